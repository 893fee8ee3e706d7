### fr → es · Write the translation under each unit, as: id = translation

# @unit train-de-nuit-r332k3 (lead)
# fr: Le train de nuit entre Paris et Turin roulera de nouveau dès le 14 juin, annonce la compagnie.
train-de-nuit-r332k3 = El tren nocturno entre París y Turín volverá a circular el 14 de junio, anuncia la compañía.

# @unit train-de-nuit-dkhmmj (lead)
# fr: Les billets seront mis en vente le 3 mars, à partir de 29 euros.
train-de-nuit-dkhmmj = Los billetes se pondrán a la venta el 3 de marzo, desde 29 euros.

# @unit train-de-nuit-w69hev (heading)
# fr: Douze heures, couchette comprise
train-de-nuit-w69hev = Doce horas, litera incluida

# @unit train-de-nuit-6hm9nm
# fr: Le départ est prévu à 20 h 15, l’arrivée à 8 h 45.
train-de-nuit-6hm9nm = La salida está prevista a las 20:15 y la llegada a las 8:45.

# @unit train-de-nuit-aaa6ts
# fr: C’est trois fois plus long que l’avion, mais on dort.
train-de-nuit-aaa6ts = Se tarda tres veces más que en avión, pero se duerme.

# @unit train-de-nuit-t4zk3q
# fr: La compagnie promet des draps propres, un petit-déjeuner chaud et, pour la première fois, une voiture réservée aux femmes.
train-de-nuit-t4zk3q = La compañía promete sábanas limpias, un desayuno caliente y, por primera vez, un coche reservado a las mujeres.

# @unit train-de-nuit-ggym6b
# fr: Un wagon accueillera quarante vélos.
train-de-nuit-ggym6b = Un vagón admitirá cuarenta bicicletas.

# @unit train-de-nuit-n1d8hw (heading)
# fr: Une ligne vingt fois condamnée
train-de-nuit-n1d8hw = Una línea condenada veinte veces

# @unit train-de-nuit-tfeyzd
# fr: La liaison avait été supprimée en 2011, faute de voyageurs.
train-de-nuit-tfeyzd = La conexión se había suprimido en 2011 por falta de viajeros.

# @unit train-de-nuit-vj2zaa
# fr: Depuis, 64 % des riverains interrogés disaient la regretter.
train-de-nuit-vj2zaa = Desde entonces, el 64 % de los vecinos encuestados decía echarla de menos.

# @unit train-de-nuit-h62m3a
# fr: Il aura fallu que le prix du carburant double, qu’une association rachète trois voitures et qu’un député s’entête.
train-de-nuit-h62m3a = Hizo falta que se duplicara el precio del combustible, que una asociación comprara tres coches y que un diputado se empeñara.

# @unit train-de-nuit-eaqy3c
# fr: « Je n’ai jamais pris l’avion, et ce n’est pas à 71 ans que je vais commencer », plaisante M. Ferrero, le président de l’association.
train-de-nuit-eaqy3c = «Nunca he cogido un avión, y no voy a empezar a los 71 años», bromea el señor Ferrero, presidente de la asociación.

# @unit train-de-nuit-m7shw0 (heading)
# fr: Ce qui reste incertain
train-de-nuit-m7shw0 = Lo que queda por saber

# @unit train-de-nuit-hhsqyg
# fr: L’Italie n’a pas encore confirmé tous les horaires…
train-de-nuit-hhsqyg = Italia aún no ha confirmado todos los horarios…

# @unit train-de-nuit-45d92n
# fr: Le tunnel fermera cinq nuits par mois pour entretien ; un autocar prendra alors le relais.

# @unit train-de-nuit-aab719
# fr: Quant à l’hiver prochain personne ne s’engage.
train-de-nuit-aab719 = En cuanto al próximo invierno, nadie se compromete.

# @unit train-de-nuit-y0qhbw
# fr: Si les trains sont pleins aux trois quarts, dit la compagnie, ils continueront.
