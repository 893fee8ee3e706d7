### fr · Written by drogman sync, not edited by hand

# @unit pont-saint-aubin-mwt367
pont-saint-aubin-mwt367 = Le pont de Saint-Aubin rouvre après deux ans de travaux

# @unit pont-saint-aubin-4v0z64
pont-saint-aubin-4v0z64 = Piétons et cyclistes passent enfin sur la rive gauche.

# @unit pont-saint-aubin-0esr70
pont-saint-aubin-0esr70 = Les voitures attendront le printemps.

# @unit pont-saint-aubin-v6t134
pont-saint-aubin-v6t134 = Il était 18 h 30, vendredi, quand la maire a coupé le ruban.

# @unit pont-saint-aubin-fc9fs7
pont-saint-aubin-fc9fs7 = Deux ans et 4,6 millions d’euros plus tard, le vieux pont de Saint-Aubin relie de nouveau les deux rives.

# @unit pont-saint-aubin-5z2a79
pont-saint-aubin-5z2a79 = Quelque 1 200 habitants l’ont traversé dès la première soirée, souvent avec une lampe de poche et un verre de vin chaud.

# @unit pont-saint-aubin-8030e6
pont-saint-aubin-8030e6 = Le pont de Saint-Aubin, vu de la rive gauche

# @unit pont-saint-aubin-z8mwy8
pont-saint-aubin-z8mwy8 = « On l’a cru perdu »

# @unit pont-saint-aubin-2rpn8t
pont-saint-aubin-2rpn8t = La crue de novembre 2023 avait emporté une pile et fissuré les deux autres.

# @unit pont-saint-aubin-s12hhs
pont-saint-aubin-s12hhs = « On l’a cru perdu, raconte Mme Lebrun, qui tient la boulangerie du quai.

# @unit pont-saint-aubin-pxw41h
pont-saint-aubin-pxw41h = Le matin, il n’y avait plus que de l’eau et du bruit. »

# @unit pont-saint-aubin-pnm78z
pont-saint-aubin-pnm78z = Les ingénieurs ont d’abord conseillé de le démolir.

# @unit pont-saint-aubin-wd4f1n
pont-saint-aubin-wd4f1n = Une pétition de 3 400 signatures les a fait changer d’avis[^avis].

# @unit pont-saint-aubin-88st4h
pont-saint-aubin-88st4h = Le rapport du bureau d’études est consultable en mairie.

# @unit pont-saint-aubin-ta4teb
pont-saint-aubin-ta4teb = Il compte 212 pages.

# @unit pont-saint-aubin-gdx99v
pont-saint-aubin-gdx99v = Les voitures attendront

# @unit pont-saint-aubin-yyv4vb
pont-saint-aubin-yyv4vb = Pour l’instant, le tablier n’est ouvert qu’aux piétons et aux cyclistes.

# @unit pont-saint-aubin-phkmsp
pont-saint-aubin-phkmsp = Les véhicules de moins de 3,5 tonnes passeront à partir du 2 mars 2026, *si le gel ne retarde pas les essais*.

# @unit pont-saint-aubin-n2ph6s
pont-saint-aubin-n2ph6s = Les camions, eux, ne reviendront pas : le conseil municipal l’a décidé par 17 voix contre 6.

# @unit pont-saint-aubin-5c2k9f
pont-saint-aubin-5c2k9f = Le bac gratuit, qui a transporté jusqu’à 900 personnes par jour, s’arrêtera dimanche soir.

# @unit pont-saint-aubin-mr7fqs
pont-saint-aubin-mr7fqs = Ses deux pilotes ont reçu la médaille de la ville.

# @unit pont-saint-aubin-ag8e39
pont-saint-aubin-ag8e39 = « Et maintenant ? » leur a-t-on demandé.

# @unit pont-saint-aubin-snhxay
pont-saint-aubin-snhxay = « Maintenant, on va apprendre à marcher », a répondu le plus jeune.
