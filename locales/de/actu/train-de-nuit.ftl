### fr → de · Write the translation under each unit, as: id = translation

# @unit train-de-nuit-r332k3 (lead)
# fr: Le train de nuit entre Paris et Turin roulera de nouveau dès le 14 juin, annonce la compagnie.
train-de-nuit-r332k3 = Der Nachtzug zwischen Paris und Turin fährt ab dem 14. Juni wieder, teilt die Bahngesellschaft mit.

# @unit train-de-nuit-dkhmmj (lead)
# fr: Les billets seront mis en vente le 3 mars, à partir de 29 euros.
train-de-nuit-dkhmmj = Der Verkauf beginnt am 3. März, Fahrkarten gibt es ab 29 Euro.

# @unit train-de-nuit-w69hev (heading)
# fr: Douze heures, couchette comprise
train-de-nuit-w69hev = Zwölf Stunden, Liegeplatz inklusive

# @unit train-de-nuit-6hm9nm
# fr: Le départ est prévu à 20 h 15, l’arrivée à 8 h 45.
train-de-nuit-6hm9nm = Abfahrt ist um 20.15 Uhr, Ankunft um 8.45 Uhr.

# @unit train-de-nuit-aaa6ts
# fr: C’est trois fois plus long que l’avion, mais on dort.
train-de-nuit-aaa6ts = Das dauert dreimal so lange wie der Flug, aber man schläft.

# @unit train-de-nuit-t4zk3q
# fr: La compagnie promet des draps propres, un petit-déjeuner chaud et, pour la première fois, une voiture réservée aux femmes.
train-de-nuit-t4zk3q = Die Gesellschaft verspricht frische Laken, ein warmes Frühstück und zum ersten Mal einen Wagen nur für Frauen.

# @unit train-de-nuit-ggym6b
# fr: Un wagon accueillera quarante vélos.
train-de-nuit-ggym6b = Ein Wagen nimmt vierzig Fahrräder auf.

# @unit train-de-nuit-n1d8hw (heading)
# fr: Une ligne vingt fois condamnée
train-de-nuit-n1d8hw = Eine zwanzigmal totgesagte Strecke

# @unit train-de-nuit-tfeyzd
# fr: La liaison avait été supprimée en 2011, faute de voyageurs.
train-de-nuit-tfeyzd = Die Verbindung war 2011 mangels Fahrgästen eingestellt worden.

# @unit train-de-nuit-vj2zaa
# fr: Depuis, 64 % des riverains interrogés disaient la regretter.
train-de-nuit-vj2zaa = Seither gaben 64 % der befragten Anwohner an, sie zu vermissen.

# @unit train-de-nuit-h62m3a
# fr: Il aura fallu que le prix du carburant double, qu’une association rachète trois voitures et qu’un député s’entête.
train-de-nuit-h62m3a = Erst musste sich der Treibstoffpreis verdoppeln, ein Verein drei Wagen kaufen und ein Abgeordneter stur bleiben.

# @unit train-de-nuit-eaqy3c
# fr: « Je n’ai jamais pris l’avion, et ce n’est pas à 71 ans que je vais commencer », plaisante M. Ferrero, le président de l’association.
train-de-nuit-eaqy3c = „Ich bin nie geflogen, und mit 71 Jahren fange ich nicht damit an“, scherzt Herr Ferrero, der Vorsitzende des Vereins.

# @unit train-de-nuit-m7shw0 (heading)
# fr: Ce qui reste incertain
train-de-nuit-m7shw0 = Was noch ungewiss ist

# @unit train-de-nuit-hhsqyg
# fr: L’Italie n’a pas encore confirmé tous les horaires…
train-de-nuit-hhsqyg = Italien hat noch nicht alle Fahrzeiten bestätigt …

# @unit train-de-nuit-45d92n
# fr: Le tunnel fermera cinq nuits par mois pour entretien ; un autocar prendra alors le relais.
train-de-nuit-45d92n = Der Tunnel wird fünf Nächte im Monat für Wartungsarbeiten gesperrt; dann springt ein Reisebus ein.

# @unit train-de-nuit-aab719
# fr: Quant à l’hiver prochain, personne ne s’engage.
train-de-nuit-aab719 = Für den kommenden Winter legt sich niemand fest.

# @unit train-de-nuit-y0qhbw
# fr: Si les trains sont pleins aux trois quarts, dit la compagnie, ils continueront.
train-de-nuit-y0qhbw = Wenn die Züge zu drei Vierteln belegt sind, so die Gesellschaft, fahren sie weiter.
