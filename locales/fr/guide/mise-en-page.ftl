### fr · Written by drogman sync, not edited by hand

# @unit mise-en-page-01g20t
mise-en-page-01g20t = Mettre un article en page

# @unit mise-en-page-kg2nxz
mise-en-page-kg2nxz = Titres, listes, tableaux, notes : ce que le gabarit comprend, et ce qu’il vaut mieux lui épargner.

# @unit mise-en-page-59dax9
mise-en-page-59dax9 = Un article est un fichier de texte : on l’ouvre avec n’importe quel éditeur, on l’écrit, on l’enregistre.

# @unit mise-en-page-pcn9d9
mise-en-page-pcn9d9 = Quelques signes suffisent à dire ce qui est **important**, ce qui est *cité* et ce qui est `du code`.

# @unit mise-en-page-6mskpm
mise-en-page-6mskpm = Le reste est l’affaire du gabarit.

# @unit mise-en-page-g9vmfc
mise-en-page-g9vmfc = Les paragraphes

# @unit mise-en-page-qkegyz
mise-en-page-qkegyz = Une ligne vide sépare deux paragraphes.

# @unit mise-en-page-3fbna5
mise-en-page-3fbna5 = Un simple retour à la ligne ne compte pas : coupez vos lignes où bon vous semble.

# @unit mise-en-page-1r8npd
mise-en-page-1r8npd = Pour passer à la ligne sans changer de paragraphe, terminez la ligne par une barre oblique inverse.

# @unit mise-en-page-s76rp5
mise-en-page-s76rp5 = La suite vient juste au-dessous.

# @unit mise-en-page-6yx7vp
mise-en-page-6yx7vp = Les listes

# @unit mise-en-page-k4p2te
mise-en-page-k4p2te = Commencez par l’essentiel.

# @unit mise-en-page-r1ejvf
mise-en-page-r1ejvf = Classez ensuite le reste :

# @unit mise-en-page-eyj13v
mise-en-page-eyj13v = ce que le lecteur doit *faire* ;

# @unit mise-en-page-9c721z
mise-en-page-9c721z = ce qu’il doit *savoir*.

# @unit mise-en-page-76nr8m
mise-en-page-76nr8m = Un second paragraphe se met en retrait, comme ici.

# @unit mise-en-page-qjy9tt
mise-en-page-qjy9tt = Relisez ~~demain~~ tout de suite.

# @unit mise-en-page-23chyc
mise-en-page-23chyc = Avant d’envoyer :

# @unit mise-en-page-nf1wx2
mise-en-page-nf1wx2 = le titre tient sur une ligne ;

# @unit mise-en-page-3yrs7p
mise-en-page-3yrs7p = chaque image a un texte de remplacement.

# @unit mise-en-page-81c2wr
mise-en-page-81c2wr = Les citations

# @unit mise-en-page-gt9fsv
mise-en-page-gt9fsv = Faites court, puis relisez.

# @unit mise-en-page-a3ytrs
mise-en-page-a3ytrs = Ce qui reste est trop long.

# @unit mise-en-page-p99k5v
mise-en-page-p99k5v = C’est vite dit !

# @unit mise-en-page-vdym6z
mise-en-page-vdym6z = Les liens et les images

# @unit mise-en-page-b3gcjf
mise-en-page-b3gcjf = Le texte d’un lien dit où il mène, comme [le guide du traducteur](traducteurs.md "Lire un catalogue").

# @unit mise-en-page-xwcfkt
mise-en-page-xwcfkt = Une adresse seule s’écrit entre chevrons : <https://commonmark.org>.

# @unit mise-en-page-1hgfdd
mise-en-page-1hgfdd = Quand l’adresse est longue, une [référence][norme] garde la phrase lisible.

# @unit mise-en-page-hda0e2
mise-en-page-hda0e2 = ![Une page de carnet, griffonnée au crayon](images/carnet.svg "Le brouillon de la veille")

# @unit mise-en-page-8b969r
mise-en-page-8b969r = Les tableaux

# @unit mise-en-page-8krg7v
mise-en-page-8krg7v = Pour obtenir

# @unit mise-en-page-tes3k5
mise-en-page-tes3k5 = Écrivez

# @unit mise-en-page-69ac2y
mise-en-page-69ac2y = À savoir

# @unit mise-en-page-6p72cr
mise-en-page-6p72cr = du gras

# @unit mise-en-page-k18ppc
mise-en-page-k18ppc = Deux étoiles de chaque côté.

# @unit mise-en-page-726pxq
mise-en-page-726pxq = de l’italique

# @unit mise-en-page-m4gen1
mise-en-page-m4gen1 = Une seule suffit.

# @unit mise-en-page-xjbxh9
mise-en-page-xjbxh9 = un choix

# @unit mise-en-page-xa6vg0
mise-en-page-xa6vg0 = Dans une cellule, protégez la barre \| ainsi.

# @unit mise-en-page-nd13am
mise-en-page-nd13am = Les notes

# @unit mise-en-page-3q5m5x
mise-en-page-3q5m5x = Une note précise un point sans alourdir la phrase[^note].

# @unit mise-en-page-0eeyxh
mise-en-page-0eeyxh = N’y mettez rien d’indispensable : peu de gens la lisent.

# @unit mise-en-page-vkfjgz
mise-en-page-vkfjgz = Elle s’affiche au bas de la page.

# @unit mise-en-page-r55wk6
mise-en-page-r55wk6 = Deux phrases lui suffisent.

# @unit mise-en-page-qw04gv
mise-en-page-qw04gv = Et le HTML ?

# @unit mise-en-page-tbf18r
mise-en-page-tbf18r = Il est permis dans une phrase : <kbd>Ctrl</kbd> + <kbd>S</kbd> enregistre le brouillon, et H<sub>2</sub>O s’écrit comme il faut.

# @unit mise-en-page-tzg2zq
mise-en-page-tzg2zq = Les entités aussi, par exemple dans R&amp;D.

# @unit mise-en-page-dtafkf
mise-en-page-dtafkf = Bon à savoir

# @unit mise-en-page-zgcv90
mise-en-page-zgcv90 = Un encadré comme celui-ci attire l’œil.

# @unit mise-en-page-kxv15f
mise-en-page-kxv15f = Un par page, pas davantage.

# @unit mise-en-page-3gdq5q
mise-en-page-3gdq5q = Le code, lui, n’est jamais traduit :

# @unit mise-en-page-caem3t
mise-en-page-caem3t = Voilà, c’est tout.
