### fr → en · Write the translation under each unit, as: id = translation

# @unit pont-saint-aubin-mwt367 (front-matter)
# fr: Le pont de Saint-Aubin rouvre après deux ans de travaux
pont-saint-aubin-mwt367 = Saint-Aubin bridge reopens after two years of repairs

# @unit pont-saint-aubin-4v0z64 (front-matter)
# fr: Piétons et cyclistes passent enfin sur la rive gauche.
pont-saint-aubin-4v0z64 = Pedestrians and cyclists can cross to the left bank at last; cars must wait until spring.

# @unit pont-saint-aubin-0esr70 (front-matter)
# fr: Les voitures attendront le printemps.
# Said in the sentence before.
pont-saint-aubin-0esr70 = { "" }

# @unit pont-saint-aubin-v6t134
# fr: Il était 18 h 30, vendredi, quand la maire a coupé le ruban.
pont-saint-aubin-v6t134 = It was 6:30 p.m. on Friday when the mayor cut the ribbon.

# @unit pont-saint-aubin-fc9fs7
# fr: Deux ans et 4,6 millions d’euros plus tard, le vieux pont de Saint-Aubin relie de nouveau les deux rives.
pont-saint-aubin-fc9fs7 = Two years and 4.6 million euros later, the old bridge of Saint-Aubin joins the two banks again.

# @unit pont-saint-aubin-5z2a79
# fr: Quelque 1 200 habitants l’ont traversé dès la première soirée, souvent avec une lampe de poche et un verre de vin chaud.
pont-saint-aubin-5z2a79 = Some 1,200 residents crossed it that very evening, many with a flashlight and a cup of mulled wine.

# @unit pont-saint-aubin-8030e6 (caption)
# fr: Le pont de Saint-Aubin, vu de la rive gauche
pont-saint-aubin-8030e6 = The Saint-Aubin bridge, seen from the left bank

# @unit pont-saint-aubin-z8mwy8 (heading)
# fr: « On l’a cru perdu »
pont-saint-aubin-z8mwy8 = “We thought it was gone”

# @unit pont-saint-aubin-2rpn8t
# fr: La crue de novembre 2023 avait emporté une pile et fissuré les deux autres.
pont-saint-aubin-2rpn8t = The flood of November 2023 had swept away one pier and cracked the other two.

# @unit pont-saint-aubin-s12hhs
# fr: « On l’a cru perdu, raconte Mme Lebrun, qui tient la boulangerie du quai.
pont-saint-aubin-s12hhs = “We thought it was gone,” says Mrs. Lebrun, who runs the bakery on the quay.

# @unit pont-saint-aubin-pxw41h
# fr: Le matin, il n’y avait plus que de l’eau et du bruit. »
pont-saint-aubin-pxw41h = “In the morning there was nothing left but water and noise.”

# @unit pont-saint-aubin-pnm78z
# fr: Les ingénieurs ont d’abord conseillé de le démolir.
pont-saint-aubin-pnm78z = At first the engineers advised pulling it down.

# @unit pont-saint-aubin-wd4f1n
# fr: Une pétition de 3 400 signatures les a fait changer d’avis[^avis].
pont-saint-aubin-wd4f1n = A petition with 3,400 signatures changed their minds[^avis].

# @unit pont-saint-aubin-88st4h (footnote)
# fr: Le rapport du bureau d’études est consultable en mairie.
pont-saint-aubin-88st4h = The engineering report can be read at the town hall.

# @unit pont-saint-aubin-ta4teb (footnote)
# fr: Il compte 212 pages.
pont-saint-aubin-ta4teb = It runs to 212 pages.

# @unit pont-saint-aubin-gdx99v (heading)
# fr: Les voitures attendront
pont-saint-aubin-gdx99v = Cars will have to wait

# @unit pont-saint-aubin-yyv4vb
# fr: Pour l’instant, le tablier n’est ouvert qu’aux piétons et aux cyclistes.
pont-saint-aubin-yyv4vb = For now, the deck is open to pedestrians and cyclists only.

# @unit pont-saint-aubin-phkmsp
# fr: Les véhicules de moins de 3,5 tonnes passeront à partir du 2 mars 2026, *si le gel ne retarde pas les essais*.
pont-saint-aubin-phkmsp = Vehicles under 3.5 tons may cross from March 2, 2026, *unless frost delays the tests*.

# @unit pont-saint-aubin-n2ph6s
# fr: Les camions, eux, ne reviendront pas : le conseil municipal l’a décidé par 17 voix contre 6.
pont-saint-aubin-n2ph6s = Trucks will not return: the town council voted against them, 17 to 6.

# @unit pont-saint-aubin-5c2k9f
# fr: Le bac gratuit, qui a transporté jusqu’à 900 personnes par jour, s’arrêtera dimanche soir.
pont-saint-aubin-5c2k9f = The free ferry, which carried up to 900 people a day, stops on Sunday evening.

# @unit pont-saint-aubin-mr7fqs
# fr: Ses deux pilotes ont reçu la médaille de la ville.
pont-saint-aubin-mr7fqs = Its two pilots have received the town’s medal.

# @unit pont-saint-aubin-ag8e39
# fr: « Et maintenant ? » leur a-t-on demandé.
pont-saint-aubin-ag8e39 = “And now?” they were asked.

# @unit pont-saint-aubin-snhxay
# fr: « Maintenant, on va apprendre à marcher », a répondu le plus jeune.
pont-saint-aubin-snhxay = “Now we’ll learn to walk,” the younger one replied.
