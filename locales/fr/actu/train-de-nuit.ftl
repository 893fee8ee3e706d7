### fr · Written by drogman sync, not edited by hand

# @unit train-de-nuit-r332k3
train-de-nuit-r332k3 = Le train de nuit entre Paris et Turin roulera de nouveau dès le 14 juin, annonce la compagnie.

# @unit train-de-nuit-dkhmmj
train-de-nuit-dkhmmj = Les billets seront mis en vente le 3 mars, à partir de 29 euros.

# @unit train-de-nuit-w69hev
train-de-nuit-w69hev = Douze heures, couchette comprise

# @unit train-de-nuit-6hm9nm
train-de-nuit-6hm9nm = Le départ est prévu à 20 h 15, l’arrivée à 8 h 45.

# @unit train-de-nuit-aaa6ts
train-de-nuit-aaa6ts = C’est trois fois plus long que l’avion, mais on dort.

# @unit train-de-nuit-t4zk3q
train-de-nuit-t4zk3q = La compagnie promet des draps propres, un petit-déjeuner chaud et, pour la première fois, une voiture réservée aux femmes.

# @unit train-de-nuit-ggym6b
train-de-nuit-ggym6b = Un wagon accueillera quarante vélos.

# @unit train-de-nuit-n1d8hw
train-de-nuit-n1d8hw = Une ligne vingt fois condamnée

# @unit train-de-nuit-tfeyzd
train-de-nuit-tfeyzd = La liaison avait été supprimée en 2011, faute de voyageurs.

# @unit train-de-nuit-vj2zaa
train-de-nuit-vj2zaa = Depuis, 64 % des riverains interrogés disaient la regretter.

# @unit train-de-nuit-h62m3a
train-de-nuit-h62m3a = Il aura fallu que le prix du carburant double, qu’une association rachète trois voitures et qu’un député s’entête.

# @unit train-de-nuit-eaqy3c
train-de-nuit-eaqy3c = « Je n’ai jamais pris l’avion, et ce n’est pas à 71 ans que je vais commencer », plaisante M. Ferrero, le président de l’association.

# @unit train-de-nuit-m7shw0
train-de-nuit-m7shw0 = Ce qui reste incertain

# @unit train-de-nuit-hhsqyg
train-de-nuit-hhsqyg = L’Italie n’a pas encore confirmé tous les horaires…

# @unit train-de-nuit-45d92n
train-de-nuit-45d92n = Le tunnel fermera cinq nuits par mois pour entretien ; un autocar prendra alors le relais.

# @unit train-de-nuit-aab719
train-de-nuit-aab719 = Quant à l’hiver prochain, personne ne s’engage.

# @unit train-de-nuit-y0qhbw
train-de-nuit-y0qhbw = Si les trains sont pleins aux trois quarts, dit la compagnie, ils continueront.
