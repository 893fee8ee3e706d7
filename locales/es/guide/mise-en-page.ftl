### fr → es · Write the translation under each unit, as: id = translation

# @unit mise-en-page-01g20t (front-matter)
# fr: Mettre un article en page
mise-en-page-01g20t = Maquetar un artículo

# @unit mise-en-page-kg2nxz (front-matter)
# fr: Titres, listes, tableaux, notes : ce que le gabarit comprend, et ce qu’il vaut mieux lui épargner.
mise-en-page-kg2nxz = Títulos, listas, tablas, notas: lo que la plantilla entiende y lo que conviene ahorrarle.

# @unit mise-en-page-59dax9
# fr: Un article est un fichier de texte : on l’ouvre avec n’importe quel éditeur, on l’écrit, on l’enregistre.
mise-en-page-59dax9 = Un artículo es un archivo de texto: se abre con cualquier editor, se escribe y se guarda.

# @unit mise-en-page-pcn9d9
# fr: Quelques signes suffisent à dire ce qui est **important**, ce qui est *cité* et ce qui est `du code`.
mise-en-page-pcn9d9 = Bastan unos pocos signos para decir qué es **importante**, qué es *cita* y qué es `du code`.

# @unit mise-en-page-6mskpm
# fr: Le reste est l’affaire du gabarit.
mise-en-page-6mskpm = Del resto se encarga la plantilla.

# @unit mise-en-page-g9vmfc (heading)
# fr: Les paragraphes
mise-en-page-g9vmfc = Párrafos

# @unit mise-en-page-qkegyz
# fr: Une ligne vide sépare deux paragraphes.
mise-en-page-qkegyz = Una línea vacía separa dos párrafos.

# @unit mise-en-page-3fbna5
# fr: Un simple retour à la ligne ne compte pas : coupez vos lignes où bon vous semble.
mise-en-page-3fbna5 = Un simple salto de línea no cuenta: corte las líneas donde le parezca.

# @unit mise-en-page-1r8npd
# fr: Pour passer à la ligne sans changer de paragraphe, terminez la ligne par une barre oblique inverse.
mise-en-page-1r8npd = Para cambiar de línea sin cambiar de párrafo, termine la línea con una barra invertida.

# @unit mise-en-page-s76rp5
# fr: La suite vient juste au-dessous.
mise-en-page-s76rp5 = Lo que sigue aparece justo debajo.

# @unit mise-en-page-6yx7vp (heading)
# fr: Les listes
mise-en-page-6yx7vp = Listas

# @unit mise-en-page-k4p2te (item)
# fr: Commencez par l’essentiel.
mise-en-page-k4p2te = Empiece por lo esencial.

# @unit mise-en-page-r1ejvf (item)
# fr: Classez ensuite le reste :
mise-en-page-r1ejvf = Ordene después el resto:

# @unit mise-en-page-eyj13v (item)
# fr: ce que le lecteur doit *faire* ;
mise-en-page-eyj13v = lo que el lector debe *hacer*;

# @unit mise-en-page-9c721z (item)
# fr: ce qu’il doit *savoir*.
mise-en-page-9c721z = lo que debe *saber*.

# @unit mise-en-page-76nr8m (item)
# fr: Un second paragraphe se met en retrait, comme ici.
mise-en-page-76nr8m = Un segundo párrafo se sangra, como aquí.

# @unit mise-en-page-qjy9tt (item)
# fr: Relisez ~~demain~~ tout de suite.
mise-en-page-qjy9tt = Relea ~~mañana~~ ahora mismo.

# @unit mise-en-page-23chyc
# fr: Avant d’envoyer :
mise-en-page-23chyc = Antes de enviar:

# @unit mise-en-page-nf1wx2 (item)
# fr: le titre tient sur une ligne ;
mise-en-page-nf1wx2 = el título cabe en una línea;

# @unit mise-en-page-3yrs7p (item)
# fr: chaque image a un texte de remplacement.
mise-en-page-3yrs7p = cada imagen tiene un texto alternativo.

# @unit mise-en-page-81c2wr (heading)
# fr: Les citations
mise-en-page-81c2wr = Citas

# @unit mise-en-page-gt9fsv (quote)
# fr: Faites court, puis relisez.
mise-en-page-gt9fsv = Sea breve y relea.

# @unit mise-en-page-a3ytrs (quote)
# fr: Ce qui reste est trop long.
mise-en-page-a3ytrs = Lo que queda es demasiado largo.

# @unit mise-en-page-p99k5v (quote)
# fr: C’est vite dit !
mise-en-page-p99k5v = ¡Se dice pronto!

# @unit mise-en-page-vdym6z (heading)
# fr: Les liens et les images
mise-en-page-vdym6z = Enlaces e imágenes

# @unit mise-en-page-b3gcjf
# fr: Le texte d’un lien dit où il mène, comme [le guide du traducteur](traducteurs.md "Lire un catalogue").
mise-en-page-b3gcjf = El texto de un enlace dice adónde lleva, como [la guía del traductor](traducteurs.md "Leer un catálogo").

# @unit mise-en-page-xwcfkt
# fr: Une adresse seule s’écrit entre chevrons : <https://commonmark.org>.
mise-en-page-xwcfkt = Una dirección sola se escribe entre paréntesis angulares: <https://commonmark.org>.

# @unit mise-en-page-1hgfdd
# fr: Quand l’adresse est longue, une [référence][norme] garde la phrase lisible.
mise-en-page-1hgfdd = Cuando la dirección es larga, una [referencia][norme] mantiene legible la frase.

# @unit mise-en-page-hda0e2 (caption)
# fr: ![Une page de carnet, griffonnée au crayon](images/carnet.svg "Le brouillon de la veille")
mise-en-page-hda0e2 = ![Una página de cuaderno garabateada a lápiz](images/carnet.svg "El borrador de la víspera")

# @unit mise-en-page-8b969r (heading)
mise-en-page-8b969r = Tablas

# @unit mise-en-page-8krg7v (cell)
# fr: Pour obtenir
mise-en-page-8krg7v = Para obtener

# @unit mise-en-page-tes3k5 (cell)
# fr: Écrivez
mise-en-page-tes3k5 = Escriba

# @unit mise-en-page-69ac2y (cell)
# fr: À savoir
mise-en-page-69ac2y = Conviene saber

# @unit mise-en-page-6p72cr (cell)
# fr: du gras
mise-en-page-6p72cr = negrita

# @unit mise-en-page-k18ppc (cell)
# fr: Deux étoiles de chaque côté.
mise-en-page-k18ppc = Dos asteriscos a cada lado.

# @unit mise-en-page-726pxq (cell)
# fr: de l’italique
mise-en-page-726pxq = cursiva

# @unit mise-en-page-m4gen1 (cell)
# fr: Une seule suffit.
mise-en-page-m4gen1 = Basta con uno.

# @unit mise-en-page-xjbxh9 (cell)
# fr: un choix
mise-en-page-xjbxh9 = una opción

# @unit mise-en-page-xa6vg0 (cell)
# fr: Dans une cellule, protégez la barre \| ainsi.
mise-en-page-xa6vg0 = En una celda, proteja la barra \| así.

# @unit mise-en-page-nd13am (heading)
# fr: Les notes
mise-en-page-nd13am = Notas

# @unit mise-en-page-3q5m5x
# fr: Une note précise un point sans alourdir la phrase[^note].
mise-en-page-3q5m5x = Una nota precisa algo sin recargar la frase[^note].

# @unit mise-en-page-0eeyxh
# fr: N’y mettez rien d’indispensable : peu de gens la lisent.
mise-en-page-0eeyxh = No ponga en ella nada indispensable: poca gente la lee.

# @unit mise-en-page-vkfjgz (footnote)
# fr: Elle s’affiche au bas de la page.
mise-en-page-vkfjgz = Aparece al pie de la página.

# @unit mise-en-page-r55wk6 (footnote)
# fr: Deux phrases lui suffisent.
mise-en-page-r55wk6 = Le bastan dos frases.

# @unit mise-en-page-qw04gv (heading)
# fr: Et le HTML ?
mise-en-page-qw04gv = ¿Y el HTML?

# @unit mise-en-page-tbf18r
# fr: Il est permis dans une phrase : <kbd>Ctrl</kbd> + <kbd>S</kbd> enregistre le brouillon, et H<sub>2</sub>O s’écrit comme il faut.
mise-en-page-tbf18r = Se permite dentro de una frase: <kbd>Ctrl</kbd> + <kbd>S</kbd> guarda el borrador, y H<sub>2</sub>O se escribe como es debido.

# @unit mise-en-page-tzg2zq
# fr: Les entités aussi, par exemple dans R&amp;D.

# @unit mise-en-page-dtafkf (caption)
# fr: Bon à savoir

# @unit mise-en-page-zgcv90
# fr: Un encadré comme celui-ci attire l’œil.

# @unit mise-en-page-kxv15f
# fr: Un par page, pas davantage.

# @unit mise-en-page-3gdq5q
# fr: Le code, lui, n’est jamais traduit :

# @unit mise-en-page-caem3t
# fr: Voilà, c’est tout.
