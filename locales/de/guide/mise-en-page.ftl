### fr → de · Write the translation under each unit, as: id = translation

# @unit mise-en-page-01g20t (front-matter)
# fr: Mettre un article en page
mise-en-page-01g20t = Einen Artikel setzen

# @unit mise-en-page-kg2nxz (front-matter)
# fr: Titres, listes, tableaux, notes : ce que le gabarit comprend, et ce qu’il vaut mieux lui épargner.
mise-en-page-kg2nxz = Überschriften, Listen, Tabellen, Fußnoten: was die Vorlage versteht und was man ihr besser erspart.

# @unit mise-en-page-59dax9
# fr: Un article est un fichier de texte : on l’ouvre avec n’importe quel éditeur, on l’écrit, on l’enregistre.
mise-en-page-59dax9 = Ein Artikel ist eine Textdatei: Man öffnet sie mit einem beliebigen Editor, schreibt und speichert.

# @unit mise-en-page-pcn9d9
# fr: Quelques signes suffisent à dire ce qui est **important**, ce qui est *cité* et ce qui est `du code`.
mise-en-page-pcn9d9 = Wenige Zeichen genügen, um zu sagen, was **wichtig** ist, was *zitiert* wird und was `du code` ist.

# @unit mise-en-page-6mskpm
# fr: Le reste est l’affaire du gabarit.
mise-en-page-6mskpm = Den Rest erledigt die Vorlage.

# @unit mise-en-page-g9vmfc (heading)
# fr: Les paragraphes
mise-en-page-g9vmfc = Absätze

# @unit mise-en-page-qkegyz
# fr: Une ligne vide sépare deux paragraphes.
mise-en-page-qkegyz = Eine Leerzeile trennt zwei Absätze.

# @unit mise-en-page-3fbna5
# fr: Un simple retour à la ligne ne compte pas : coupez vos lignes où bon vous semble.
mise-en-page-3fbna5 = Ein einfacher Zeilenumbruch zählt nicht: Brechen Sie Ihre Zeilen um, wo Sie wollen.

# @unit mise-en-page-1r8npd
# fr: Pour passer à la ligne sans changer de paragraphe, terminez la ligne par une barre oblique inverse.
mise-en-page-1r8npd = Für eine neue Zeile im selben Absatz beenden Sie die Zeile mit einem umgekehrten Schrägstrich.

# @unit mise-en-page-s76rp5
# fr: La suite vient juste au-dessous.
mise-en-page-s76rp5 = Was folgt, steht direkt darunter.

# @unit mise-en-page-6yx7vp (heading)
# fr: Les listes
mise-en-page-6yx7vp = Listen

# @unit mise-en-page-k4p2te (item)
# fr: Commencez par l’essentiel.
mise-en-page-k4p2te = Beginnen Sie mit dem Wesentlichen.

# @unit mise-en-page-r1ejvf (item)
# fr: Classez ensuite le reste :
mise-en-page-r1ejvf = Ordnen Sie dann den Rest:

# @unit mise-en-page-eyj13v (item)
# fr: ce que le lecteur doit *faire* ;
mise-en-page-eyj13v = was der Leser *tun* muss;

# @unit mise-en-page-9c721z (item)
# fr: ce qu’il doit *savoir*.
mise-en-page-9c721z = was er *wissen* muss.

# @unit mise-en-page-76nr8m (item)
# fr: Un second paragraphe se met en retrait, comme ici.
mise-en-page-76nr8m = Ein zweiter Absatz wird eingerückt, so wie hier.

# @unit mise-en-page-qjy9tt (item)
# fr: Relisez ~~demain~~ tout de suite.
mise-en-page-qjy9tt = Lesen Sie ~~morgen~~ sofort gegen.

# @unit mise-en-page-23chyc
# fr: Avant d’envoyer :
mise-en-page-23chyc = Vor dem Abschicken:

# @unit mise-en-page-nf1wx2 (item)
# fr: le titre tient sur une ligne ;
mise-en-page-nf1wx2 = der Titel passt in eine Zeile;

# @unit mise-en-page-3yrs7p (item)
# fr: chaque image a un texte de remplacement.
mise-en-page-3yrs7p = jedes Bild hat einen Alternativtext.

# @unit mise-en-page-81c2wr (heading)
# fr: Les citations
mise-en-page-81c2wr = Zitate

# @unit mise-en-page-gt9fsv (quote)
# fr: Faites court, puis relisez.
mise-en-page-gt9fsv = Fassen Sie sich kurz, und lesen Sie noch einmal.

# @unit mise-en-page-a3ytrs (quote)
# fr: Ce qui reste est trop long.
mise-en-page-a3ytrs = Was bleibt, ist zu lang.

# @unit mise-en-page-p99k5v (quote)
# fr: C’est vite dit !
mise-en-page-p99k5v = Leicht gesagt!

# @unit mise-en-page-vdym6z (heading)
# fr: Les liens et les images
mise-en-page-vdym6z = Links und Bilder

# @unit mise-en-page-b3gcjf
# fr: Le texte d’un lien dit où il mène, comme [le guide du traducteur](traducteurs.md "Lire un catalogue").
mise-en-page-b3gcjf = Der Text eines Links sagt, wohin er führt, so wie [der Leitfaden für Übersetzer](traducteurs.md "Einen Katalog lesen").

# @unit mise-en-page-xwcfkt
# fr: Une adresse seule s’écrit entre chevrons : <https://commonmark.org>.
mise-en-page-xwcfkt = Eine bloße Adresse steht in spitzen Klammern: <https://commonmark.org>.

# @unit mise-en-page-1hgfdd
# fr: Quand l’adresse est longue, une [référence][norme] garde la phrase lisible.
mise-en-page-1hgfdd = Ist die Adresse lang, hält ein [Verweis][norme] den Satz lesbar.

# @unit mise-en-page-hda0e2 (caption)
# fr: ![Une page de carnet, griffonnée au crayon](images/carnet.svg "Le brouillon de la veille")
mise-en-page-hda0e2 = ![Eine mit Bleistift bekritzelte Notizbuchseite](images/carnet.svg "Der Entwurf vom Vorabend")

# @unit mise-en-page-8b969r (heading)
# fr: Les tableaux
mise-en-page-8b969r = Tabellen

# @unit mise-en-page-8krg7v (cell)
# fr: Pour obtenir
mise-en-page-8krg7v = Gewünscht

# @unit mise-en-page-tes3k5 (cell)
# fr: Écrivez
mise-en-page-tes3k5 = Eingabe

# @unit mise-en-page-69ac2y (cell)
# fr: À savoir
mise-en-page-69ac2y = Hinweis

# @unit mise-en-page-6p72cr (cell)
# fr: du gras
mise-en-page-6p72cr = fett

# @unit mise-en-page-k18ppc (cell)
# fr: Deux étoiles de chaque côté.
mise-en-page-k18ppc = Zwei Sternchen auf jeder Seite.

# @unit mise-en-page-726pxq (cell)
# fr: de l’italique
mise-en-page-726pxq = kursiv

# @unit mise-en-page-m4gen1 (cell)
# fr: Une seule suffit.
mise-en-page-m4gen1 = Eines genügt.

# @unit mise-en-page-xjbxh9 (cell)
# fr: un choix
mise-en-page-xjbxh9 = eine Auswahl

# @unit mise-en-page-xa6vg0 (cell)
# fr: Dans une cellule, protégez la barre \| ainsi.
mise-en-page-xa6vg0 = In einer Zelle schützen Sie den Strich \| so.

# @unit mise-en-page-nd13am (heading)
# fr: Les notes
mise-en-page-nd13am = Fußnoten

# @unit mise-en-page-3q5m5x
# fr: Une note précise un point sans alourdir la phrase[^note].
mise-en-page-3q5m5x = Eine Fußnote ergänzt, ohne den Satz zu beschweren[^note].

# @unit mise-en-page-0eeyxh
# fr: N’y mettez rien d’indispensable : peu de gens la lisent.
mise-en-page-0eeyxh = Setzen Sie nichts Unentbehrliches hinein: Kaum jemand liest sie.

# @unit mise-en-page-vkfjgz (footnote)
# fr: Elle s’affiche au bas de la page.
mise-en-page-vkfjgz = Sie erscheint am Fuß der Seite.

# @unit mise-en-page-r55wk6 (footnote)
# fr: Deux phrases lui suffisent.
mise-en-page-r55wk6 = Zwei Sätze reichen ihr.

# @unit mise-en-page-qw04gv (heading)
# fr: Et le HTML ?
mise-en-page-qw04gv = Und HTML?

# @unit mise-en-page-tbf18r
# fr: Il est permis dans une phrase : <kbd>Ctrl</kbd> + <kbd>S</kbd> enregistre le brouillon, et H<sub>2</sub>O s’écrit comme il faut.
mise-en-page-tbf18r = In einem Satz ist es erlaubt: <kbd>Ctrl</kbd> + <kbd>S</kbd> speichert den Entwurf, und H<sub>2</sub>O sieht aus, wie es soll.

# @unit mise-en-page-tzg2zq
# fr: Les entités aussi, par exemple dans R&amp;D.
mise-en-page-tzg2zq = Entitäten ebenso, etwa in R&amp;D.

# @unit mise-en-page-dtafkf (caption)
# fr: Bon à savoir
mise-en-page-dtafkf = Gut zu wissen

# @unit mise-en-page-zgcv90
# fr: Un encadré comme celui-ci attire l’œil.
mise-en-page-zgcv90 = Ein Kasten wie dieser fällt ins Auge.

# @unit mise-en-page-kxv15f
# fr: Un par page, pas davantage.
mise-en-page-kxv15f = Einer pro Seite, nicht mehr.

# @unit mise-en-page-3gdq5q
# fr: Le code, lui, n’est jamais traduit :
mise-en-page-3gdq5q = Code wird nie übersetzt:

# @unit mise-en-page-caem3t
# fr: Voilà, c’est tout.
mise-en-page-caem3t = Das ist schon alles.
