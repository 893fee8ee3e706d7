### fr → es · Write the translation under each unit, as: id = translation

# @unit pont-saint-aubin-mwt367 (front-matter)
# fr: Le pont de Saint-Aubin rouvre après deux ans de travaux
pont-saint-aubin-mwt367 = El puente de Saint-Aubin reabre tras dos años de obras

# @unit pont-saint-aubin-4v0z64 (front-matter)
# fr: Piétons et cyclistes passent enfin sur la rive gauche.
pont-saint-aubin-4v0z64 = Peatones y ciclistas cruzan por fin a la orilla izquierda.

# @unit pont-saint-aubin-0esr70 (front-matter)
# fr: Les voitures attendront le printemps.
pont-saint-aubin-0esr70 = Los coches esperarán a la primavera.

# @unit pont-saint-aubin-v6t134
# fr: Il était 18 h 30, vendredi, quand la maire a coupé le ruban.
pont-saint-aubin-v6t134 = Eran las 18:30 del viernes cuando la alcaldesa cortó la cinta.

# @unit pont-saint-aubin-fc9fs7
# fr: Deux ans et 4,6 millions d’euros plus tard, le vieux pont de Saint-Aubin relie de nouveau les deux rives.
pont-saint-aubin-fc9fs7 = Dos años y 4,6 millones de euros después, el viejo puente de Saint-Aubin vuelve a unir las dos orillas.

# @unit pont-saint-aubin-5z2a79
# fr: Quelque 1 200 habitants l’ont traversé dès la première soirée, souvent avec une lampe de poche et un verre de vin chaud.
pont-saint-aubin-5z2a79 = Unos 1200 vecinos lo cruzaron la primera noche, muchos con una linterna y un vaso de vino caliente.

# @unit pont-saint-aubin-8030e6 (caption)
# fr: Le pont de Saint-Aubin, vu de la rive gauche
pont-saint-aubin-8030e6 = El puente de Saint-Aubin, visto desde la orilla izquierda

# @unit pont-saint-aubin-z8mwy8 (heading)
# fr: « On l’a cru perdu »
pont-saint-aubin-z8mwy8 = «Lo dimos por perdido»

# @unit pont-saint-aubin-2rpn8t
# fr: La crue de novembre 2023 avait emporté une pile et fissuré les deux autres.
pont-saint-aubin-2rpn8t = La crecida de noviembre de 2023 se había llevado un pilar y agrietado los otros dos.

# @unit pont-saint-aubin-s12hhs
# fr: « On l’a cru perdu, raconte Mme Lebrun, qui tient la boulangerie du quai.
pont-saint-aubin-s12hhs = «Lo dimos por perdido —cuenta la señora Lebrun, que lleva la panadería del muelle—.

# @unit pont-saint-aubin-pxw41h
# fr: Le matin, il n’y avait plus que de l’eau et du bruit. »
pont-saint-aubin-pxw41h = Por la mañana no quedaban más que agua y ruido».

# @unit pont-saint-aubin-pnm78z
# fr: Les ingénieurs ont d’abord conseillé de le démolir.
pont-saint-aubin-pnm78z = Los ingenieros aconsejaron primero derribarlo.

# @unit pont-saint-aubin-wd4f1n
# fr: Une pétition de 3 400 signatures les a fait changer d’avis[^avis].
pont-saint-aubin-wd4f1n = Una petición con 3400 firmas les hizo cambiar de opinión[^avis].

# @unit pont-saint-aubin-88st4h (footnote)
# fr: Le rapport du bureau d’études est consultable en mairie.
pont-saint-aubin-88st4h = El informe técnico puede consultarse en el ayuntamiento.

# @unit pont-saint-aubin-ta4teb (footnote)
# fr: Il compte 212 pages.
pont-saint-aubin-ta4teb = Tiene 212 páginas.

# @unit pont-saint-aubin-gdx99v (heading)
# fr: Les voitures attendront
pont-saint-aubin-gdx99v = Los coches esperarán

# @unit pont-saint-aubin-yyv4vb
# fr: Pour l’instant, le tablier n’est ouvert qu’aux piétons et aux cyclistes.
pont-saint-aubin-yyv4vb = Por ahora, el tablero solo está abierto a peatones y ciclistas.

# @unit pont-saint-aubin-phkmsp
# fr: Les véhicules de moins de 3,5 tonnes passeront à partir du 16 février 2026, *si le gel ne retarde pas les essais*.
# proposal: Los vehículos de menos de 3,5 toneladas pasarán a partir del 2 de marzo de 2026, *si las heladas no retrasan las pruebas*.
pont-saint-aubin-phkmsp = Los vehículos de menos de 3,5 toneladas pasarán a partir del 16 de febrero de 2026, *si las heladas no retrasan las pruebas*.

# @unit pont-saint-aubin-n2ph6s
# fr: Les camions, eux, ne reviendront pas : le conseil municipal l’a décidé par 17 voix contre 6.
pont-saint-aubin-n2ph6s = Los camiones no volverán: el pleno municipal lo decidió por 17 votos contra 6.

# @unit pont-saint-aubin-5c2k9f
# fr: Le bac gratuit, qui a transporté jusqu’à 900 personnes par jour, s’arrêtera dimanche soir.
pont-saint-aubin-5c2k9f = El transbordador gratuito, que llegó a llevar a 900 personas al día, dejará de funcionar el domingo por la noche.

# @unit pont-saint-aubin-mr7fqs
# fr: Ses deux pilotes ont reçu la médaille de la ville.
pont-saint-aubin-mr7fqs = Sus dos pilotos han recibido la medalla de la ciudad.

# @unit pont-saint-aubin-ag8e39
# fr: « Et maintenant ? » leur a-t-on demandé.
pont-saint-aubin-ag8e39 = «¿Y ahora?», les preguntaron.

# @unit pont-saint-aubin-snhxay
# fr: « Maintenant, on va apprendre à marcher », a répondu le plus jeune.
pont-saint-aubin-snhxay = «Ahora aprenderemos a caminar», respondió el más joven.
