### fr → en · Write the translation under each unit, as: id = translation

# @unit mise-en-page-01g20t (front-matter)
# fr: Mettre un article en page
mise-en-page-01g20t = Laying out an article

# @unit mise-en-page-kg2nxz (front-matter)
# fr: Titres, listes, tableaux, notes : ce que le gabarit comprend, et ce qu’il vaut mieux lui épargner.
mise-en-page-kg2nxz = Headings, lists, tables, notes: what the template understands, and what it is better spared.

# @unit mise-en-page-59dax9
# fr: Un article est un fichier de texte : on l’ouvre avec n’importe quel éditeur, on l’écrit, on l’enregistre.
mise-en-page-59dax9 = An article is a text file: open it with any editor, write, save.

# @unit mise-en-page-pcn9d9
# fr: Quelques signes suffisent à dire ce qui est **important**, ce qui est *cité* et ce qui est `du code`.
mise-en-page-pcn9d9 = A few signs are enough to tell what is **important**, what is *quoted* and what is `du code`.

# @unit mise-en-page-6mskpm
# fr: Le reste est l’affaire du gabarit.
mise-en-page-6mskpm = The template takes care of the rest.

# @unit mise-en-page-g9vmfc (heading)
# fr: Les paragraphes
mise-en-page-g9vmfc = Paragraphs

# @unit mise-en-page-qkegyz
# fr: Une ligne vide sépare deux paragraphes.
mise-en-page-qkegyz = An empty line separates two paragraphs.

# @unit mise-en-page-3fbna5
# fr: Un simple retour à la ligne ne compte pas : coupez vos lignes où bon vous semble.
mise-en-page-3fbna5 = A mere line break does not count: wrap your lines wherever you like.

# @unit mise-en-page-1r8npd
# fr: Pour passer à la ligne sans changer de paragraphe, terminez la ligne par une barre oblique inverse.
mise-en-page-1r8npd = To start a new line within a paragraph, end the line with a backslash.

# @unit mise-en-page-s76rp5
# fr: La suite vient juste au-dessous.
mise-en-page-s76rp5 = What follows comes right below.

# @unit mise-en-page-6yx7vp (heading)
# fr: Les listes
mise-en-page-6yx7vp = Lists

# @unit mise-en-page-k4p2te (item)
# fr: Commencez par l’essentiel.
mise-en-page-k4p2te = Start with what matters most.

# @unit mise-en-page-r1ejvf (item)
# fr: Classez ensuite le reste :
mise-en-page-r1ejvf = Then sort the rest:

# @unit mise-en-page-eyj13v (item)
# fr: ce que le lecteur doit *faire* ;
mise-en-page-eyj13v = what the reader must *do*;

# @unit mise-en-page-9c721z (item)
# fr: ce qu’il doit *savoir*.
mise-en-page-9c721z = what the reader must *know*.

# @unit mise-en-page-76nr8m (item)
# fr: Un second paragraphe se met en retrait, comme ici.
mise-en-page-76nr8m = A second paragraph is indented, like this one.

# @unit mise-en-page-qjy9tt (item)
# fr: Relisez ~~demain~~ tout de suite.
mise-en-page-qjy9tt = Reread ~~tomorrow~~ right away.

# @unit mise-en-page-23chyc
# fr: Avant d’envoyer :
mise-en-page-23chyc = Before you send it:

# @unit mise-en-page-nf1wx2 (item)
# fr: le titre tient sur une ligne ;
mise-en-page-nf1wx2 = the title fits on one line;

# @unit mise-en-page-3yrs7p (item)
# fr: chaque image a un texte de remplacement.
mise-en-page-3yrs7p = every image has an alternative text.

# @unit mise-en-page-81c2wr (heading)
# fr: Les citations
mise-en-page-81c2wr = Quotations

# @unit mise-en-page-gt9fsv (quote)
# fr: Faites court, puis relisez.
mise-en-page-gt9fsv = Keep it short, then reread.

# @unit mise-en-page-a3ytrs (quote)
# fr: Ce qui reste est trop long.
mise-en-page-a3ytrs = What is left is too long.

# @unit mise-en-page-p99k5v (quote)
# fr: C’est vite dit !
mise-en-page-p99k5v = Easier said than done!

# @unit mise-en-page-vdym6z (heading)
# fr: Les liens et les images
mise-en-page-vdym6z = Links and images

# @unit mise-en-page-b3gcjf
# fr: Le texte d’un lien dit où il mène, comme [le guide du traducteur](traducteurs.md "Lire un catalogue").
mise-en-page-b3gcjf = The text of a link says where it leads, like [the translator’s guide](traducteurs.md "Reading a catalog").

# @unit mise-en-page-xwcfkt
# fr: Une adresse seule s’écrit entre chevrons : <https://commonmark.org>.
mise-en-page-xwcfkt = A bare address goes between angle brackets: <https://commonmark.org>.

# @unit mise-en-page-1hgfdd
# fr: Quand l’adresse est longue, une [référence][norme] garde la phrase lisible.
mise-en-page-1hgfdd = When the address is long, a [reference][norme] keeps the sentence readable.

# @unit mise-en-page-hda0e2 (caption)
# fr: ![Une page de carnet, griffonnée au crayon](images/carnet.svg "Le brouillon de la veille")
mise-en-page-hda0e2 = ![A page of a notebook, scribbled in pencil](images/carnet.svg "Last night’s draft")

# @unit mise-en-page-8b969r (heading)
# fr: Les tableaux
mise-en-page-8b969r = Tables

# @unit mise-en-page-8krg7v (cell)
# fr: Pour obtenir
mise-en-page-8krg7v = To get

# @unit mise-en-page-tes3k5 (cell)
# fr: Écrivez
mise-en-page-tes3k5 = Write

# @unit mise-en-page-69ac2y (cell)
# fr: À savoir
mise-en-page-69ac2y = Good to know

# @unit mise-en-page-6p72cr (cell)
# fr: du gras
mise-en-page-6p72cr = bold

# @unit mise-en-page-k18ppc (cell)
# fr: Deux étoiles de chaque côté.
mise-en-page-k18ppc = Two asterisks on each side.

# @unit mise-en-page-726pxq (cell)
# fr: de l’italique
mise-en-page-726pxq = italics

# @unit mise-en-page-m4gen1 (cell)
# fr: Une seule suffit.
mise-en-page-m4gen1 = One is enough.

# @unit mise-en-page-xjbxh9 (cell)
# fr: un choix
mise-en-page-xjbxh9 = a choice

# @unit mise-en-page-xa6vg0 (cell)
# fr: Dans une cellule, protégez la barre \| ainsi.
mise-en-page-xa6vg0 = In a cell, protect the bar \| like this.

# @unit mise-en-page-nd13am (heading)
# fr: Les notes
mise-en-page-nd13am = Notes

# @unit mise-en-page-3q5m5x
# fr: Une note précise un point sans alourdir la phrase[^note].
mise-en-page-3q5m5x = A note adds detail without weighing the sentence down[^note].

# @unit mise-en-page-0eeyxh
# fr: N’y mettez rien d’indispensable : peu de gens la lisent.
mise-en-page-0eeyxh = Put nothing essential there: few people read it.

# @unit mise-en-page-vkfjgz (footnote)
# fr: Elle s’affiche au bas de la page.
mise-en-page-vkfjgz = It appears at the foot of the page.

# @unit mise-en-page-r55wk6 (footnote)
# fr: Deux phrases lui suffisent.
mise-en-page-r55wk6 = Two sentences are all it needs.

# @unit mise-en-page-qw04gv (heading)
# fr: Et le HTML ?
mise-en-page-qw04gv = And HTML?

# @unit mise-en-page-tbf18r
# fr: Il est permis dans une phrase : <kbd>Ctrl</kbd> + <kbd>S</kbd> enregistre le brouillon, et H<sub>2</sub>O s’écrit comme il faut.
mise-en-page-tbf18r = It is allowed within a sentence: <kbd>Ctrl</kbd> + <kbd>S</kbd> saves the draft, and H<sub>2</sub>O looks as it should.

# @unit mise-en-page-tzg2zq
# fr: Les entités aussi, par exemple dans R&amp;D.
mise-en-page-tzg2zq = So are entities, as in R&amp;D.

# @unit mise-en-page-dtafkf (caption)
# fr: Bon à savoir
mise-en-page-dtafkf = Worth knowing

# @unit mise-en-page-zgcv90
# fr: Un encadré comme celui-ci attire l’œil.
mise-en-page-zgcv90 = A box like this one catches the eye.

# @unit mise-en-page-kxv15f
# fr: Un par page, pas davantage.
mise-en-page-kxv15f = One per page, no more.

# @unit mise-en-page-3gdq5q
# fr: Le code, lui, n’est jamais traduit :
mise-en-page-3gdq5q = Code is never translated:

# @unit mise-en-page-caem3t
# fr: Voilà, c’est tout.
mise-en-page-caem3t = And that is all.
