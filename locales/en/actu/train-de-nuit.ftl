### fr → en · Write the translation under each unit, as: id = translation

# @unit train-de-nuit-r332k3 (lead)
# fr: Le train de nuit entre Paris et Turin roulera de nouveau dès le 14 juin, annonce la compagnie.
train-de-nuit-r332k3 = The night train between Paris and Turin will run again from June 14, the company says.

# @unit train-de-nuit-dkhmmj (lead)
# fr: Les billets seront mis en vente le 3 mars, à partir de 29 euros.
train-de-nuit-dkhmmj = Tickets go on sale on March 3, from 29 euros.

# @unit train-de-nuit-w69hev (heading)
# fr: Douze heures, couchette comprise
train-de-nuit-w69hev = Twelve hours, bunk included

# @unit train-de-nuit-6hm9nm
# fr: Le départ est prévu à 20 h 15, l’arrivée à 8 h 45.
train-de-nuit-6hm9nm = Departure is set for 8:15 p.m., arrival for 8:45 a.m.

# @unit train-de-nuit-aaa6ts
# fr: C’est trois fois plus long que l’avion, mais on dort.
train-de-nuit-aaa6ts = It takes three times as long as flying, but you sleep.

# @unit train-de-nuit-t4zk3q
# fr: La compagnie promet des draps propres, un petit-déjeuner chaud et, pour la première fois, une voiture réservée aux femmes.
train-de-nuit-t4zk3q = The company promises clean sheets, a hot breakfast and, for the first time, a car for women only.

# @unit train-de-nuit-ggym6b
# fr: Un wagon accueillera quarante vélos.
train-de-nuit-ggym6b = One car will take forty bicycles.

# @unit train-de-nuit-n1d8hw (heading)
# fr: Une ligne vingt fois condamnée
train-de-nuit-n1d8hw = A line declared dead twenty times

# @unit train-de-nuit-tfeyzd
# fr: La liaison avait été supprimée en 2011, faute de voyageurs.
train-de-nuit-tfeyzd = The service was dropped in 2011 for lack of passengers.

# @unit train-de-nuit-vj2zaa
# fr: Depuis, 64 % des riverains interrogés disaient la regretter.
train-de-nuit-vj2zaa = Since then, 64% of the local people polled have said they missed it.

# @unit train-de-nuit-h62m3a
# fr: Il aura fallu que le prix du carburant double, qu’une association rachète trois voitures et qu’un député s’entête.
train-de-nuit-h62m3a = It took a doubling of fuel prices, an association that bought back three cars, and one stubborn member of parliament.

# @unit train-de-nuit-eaqy3c
# fr: « Je n’ai jamais pris l’avion, et ce n’est pas à 71 ans que je vais commencer », plaisante M. Ferrero, le président de l’association.
train-de-nuit-eaqy3c = “I have never flown, and I’m not going to start at 71,” jokes Mr. Ferrero, the association’s president.

# @unit train-de-nuit-m7shw0 (heading)
# fr: Ce qui reste incertain
train-de-nuit-m7shw0 = What remains uncertain

# @unit train-de-nuit-hhsqyg
# fr: L’Italie n’a pas encore confirmé tous les horaires…
train-de-nuit-hhsqyg = Italy has not yet confirmed all the times…

# @unit train-de-nuit-45d92n
# fr: Le tunnel fermera cinq nuits par mois pour entretien ; un autocar prendra alors le relais.
train-de-nuit-45d92n = The tunnel will close five nights a month for maintenance; a coach will then take over.

# @unit train-de-nuit-aab719
# fr: Quant à l’hiver prochain, personne ne s’engage.
train-de-nuit-aab719 = As for next winter, nobody is making promises.

# @unit train-de-nuit-y0qhbw
# fr: Si les trains sont pleins aux trois quarts, dit la compagnie, ils continueront.
train-de-nuit-y0qhbw = If the trains are three-quarters full, says the company, they will go on.
