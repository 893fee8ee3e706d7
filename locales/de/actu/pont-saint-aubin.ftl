### fr → de · Write the translation under each unit, as: id = translation

# @unit pont-saint-aubin-mwt367 (front-matter)
# fr: Le pont de Saint-Aubin rouvre après deux ans de travaux
pont-saint-aubin-mwt367 = Die Brücke von Saint-Aubin öffnet nach zwei Jahren Bauzeit wieder

# @unit pont-saint-aubin-4v0z64 (front-matter)
# fr: Piétons et cyclistes passent enfin sur la rive gauche.
pont-saint-aubin-4v0z64 = Fußgänger und Radfahrer gelangen endlich wieder ans linke Ufer.

# @unit pont-saint-aubin-0esr70 (front-matter)
# fr: Les voitures attendront le printemps.
pont-saint-aubin-0esr70 = Autos müssen bis zum Frühjahr warten.

# @unit pont-saint-aubin-v6t134
# fr: Il était 18 h 30, vendredi, quand la maire a coupé le ruban.
pont-saint-aubin-v6t134 = Es war Freitag, 18.30 Uhr, als die Bürgermeisterin das Band durchschnitt.

# @unit pont-saint-aubin-fc9fs7
# fr: Deux ans et 4,6 millions d’euros plus tard, le vieux pont de Saint-Aubin relie de nouveau les deux rives.
pont-saint-aubin-fc9fs7 = Zwei Jahre und 4,6 Millionen Euro später verbindet die alte Brücke von Saint-Aubin wieder beide Ufer.

# @unit pont-saint-aubin-5z2a79
# fr: Quelque 1 200 habitants l’ont traversé dès la première soirée, souvent avec une lampe de poche et un verre de vin chaud.
pont-saint-aubin-5z2a79 = Rund 1.200 Einwohner überquerten sie gleich am ersten Abend, viele mit Taschenlampe und einem Becher Glühwein.

# @unit pont-saint-aubin-8030e6 (caption)
# fr: Le pont de Saint-Aubin, vu de la rive gauche
pont-saint-aubin-8030e6 = Die Brücke von Saint-Aubin, vom linken Ufer aus gesehen

# @unit pont-saint-aubin-z8mwy8 (heading)
# fr: « On l’a cru perdu »
pont-saint-aubin-z8mwy8 = „Wir hielten sie für verloren“

# @unit pont-saint-aubin-2rpn8t
# fr: La crue de novembre 2023 avait emporté une pile et fissuré les deux autres.
pont-saint-aubin-2rpn8t = Das Hochwasser vom November 2023 hatte einen Pfeiler fortgerissen und die beiden anderen beschädigt.

# @unit pont-saint-aubin-s12hhs
# fr: « On l’a cru perdu, raconte Mme Lebrun, qui tient la boulangerie du quai.
pont-saint-aubin-s12hhs = „Wir hielten sie für verloren“, erzählt Frau Lebrun, die am Kai die Bäckerei führt.

# @unit pont-saint-aubin-pxw41h
# fr: Le matin, il n’y avait plus que de l’eau et du bruit. »
pont-saint-aubin-pxw41h = „Am Morgen waren da nur noch Wasser und Lärm.“

# @unit pont-saint-aubin-pnm78z
# fr: Les ingénieurs ont d’abord conseillé de le démolir.
pont-saint-aubin-pnm78z = Die Ingenieure rieten zunächst zum Abriss.

# @unit pont-saint-aubin-wd4f1n
# fr: Une pétition de 3 400 signatures les a fait changer d’avis[^avis].
pont-saint-aubin-wd4f1n = Eine Petition mit 3.400 Unterschriften stimmte sie um[^avis].

# @unit pont-saint-aubin-88st4h (footnote)
# fr: Le rapport du bureau d’études est consultable en mairie.
pont-saint-aubin-88st4h = Das Gutachten kann im Rathaus eingesehen werden.

# @unit pont-saint-aubin-ta4teb (footnote)
# fr: Il compte 212 pages.
pont-saint-aubin-ta4teb = Es umfasst 212 Seiten.

# @unit pont-saint-aubin-gdx99v (heading)
# fr: Les voitures attendront
pont-saint-aubin-gdx99v = Autos müssen warten

# @unit pont-saint-aubin-yyv4vb
# fr: Pour l’instant, le tablier n’est ouvert qu’aux piétons et aux cyclistes.
pont-saint-aubin-yyv4vb = Vorerst ist die Fahrbahn nur für Fußgänger und Radfahrer frei.

# @unit pont-saint-aubin-phkmsp
# fr: Les véhicules de moins de 3,5 tonnes passeront à partir du 2 mars 2026, *si le gel ne retarde pas les essais*.
pont-saint-aubin-phkmsp = Fahrzeuge unter 3,5 Tonnen dürfen ab dem 2. März 2026 hinüber, *sofern kein Frost die Tests verzögert*.

# @unit pont-saint-aubin-n2ph6s
# fr: Les camions, eux, ne reviendront pas : le conseil municipal l’a décidé par 17 voix contre 6.
pont-saint-aubin-n2ph6s = Lastwagen kommen nicht zurück: Das hat der Stadtrat mit 17 zu 6 Stimmen beschlossen.

# @unit pont-saint-aubin-5c2k9f
# fr: Le bac gratuit, qui a transporté jusqu’à 900 personnes par jour, s’arrêtera dimanche soir.
pont-saint-aubin-5c2k9f = Die kostenlose Fähre, die bis zu 900 Menschen am Tag übersetzte, stellt Sonntagabend den Betrieb ein.

# @unit pont-saint-aubin-mr7fqs
# fr: Ses deux pilotes ont reçu la médaille de la ville.
# „Fährleute“ statt „Piloten“: Auf der Fähre ist niemand Pilot.
pont-saint-aubin-mr7fqs = Ihre beiden Fährleute haben die Medaille der Stadt erhalten.

# @unit pont-saint-aubin-ag8e39
# fr: « Et maintenant ? » leur a-t-on demandé.
pont-saint-aubin-ag8e39 = „Und jetzt?“, wurden sie gefragt.

# @unit pont-saint-aubin-snhxay
# fr: « Maintenant, on va apprendre à marcher », a répondu le plus jeune.
pont-saint-aubin-snhxay = „Jetzt lernen wir laufen“, antwortete der Jüngere.
