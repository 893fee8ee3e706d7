### fr → es · Write the translation under each unit, as: id = translation

# @unit traducteurs-08bxrz (front-matter)
# fr: Guide du traducteur
traducteurs-08bxrz = Guía del traductor

# @unit traducteurs-cz94as (front-matter)
# fr: Comment lire un catalogue, traduire une phrase, et reconnaître celles qui ont changé.
traducteurs-cz94as = Cómo leer un { -catalogue }, traducir una frase y reconocer las que han cambiado.

# @unit traducteurs-vzgaet
# fr: Vous traduisez des phrases, pas des fichiers.
traducteurs-vzgaet = Usted traduce frases, no archivos.

# @unit traducteurs-kafd0s
# fr: Chaque phrase française est une *unité* : elle a un nom qui ne change jamais, et sa traduction la suit quand l’auteur déplace un paragraphe, renomme la page ou corrige une virgule.
traducteurs-kafd0s = Cada frase francesa es una *{ -unite }*: tiene un nombre que no cambia nunca, y su traducción la sigue cuando el autor mueve un párrafo, cambia el nombre de la página o corrige una coma.

# @unit traducteurs-a636mj (heading)
# fr: Lire une unité
traducteurs-a636mj = Leer una { -unite }

# @unit traducteurs-vgenhz
# fr: Ouvrez le catalogue de votre langue dans un éditeur de texte, par exemple `locales/de/actu/sommet-kazan.ftl`.
traducteurs-vgenhz = Abra el { -catalogue } de su idioma en un editor de texto, por ejemplo `locales/de/actu/sommet-kazan.ftl`.

# @unit traducteurs-knm1cw
# fr: Vous y trouverez des unités comme celle-ci :
traducteurs-knm1cw = Allí encontrará { -unite(nombre: "plusieurs") } como esta:

# @unit traducteurs-z22twp (item)
# fr: La première ligne nomme l’unité.
traducteurs-z22twp = La primera línea da nombre a la { -unite }.

# @unit traducteurs-kz8hnk (item)
# fr: N’y touchez pas.
traducteurs-kz8hnk = No la toque.

# @unit traducteurs-7hqgge (item)
# fr: La deuxième est le français **que votre traduction rend**, au mot près.
traducteurs-7hqgge = La segunda es el francés **que su traducción refleja**, palabra por palabra.

# @unit traducteurs-ykt29y (item)
# fr: La troisième est à vous.
traducteurs-ykt29y = La tercera es suya.

# @unit traducteurs-9nxfsv
# fr: Tant que la troisième ligne n’existe pas, l’unité attend : écrivez le nom, un signe égal, puis votre phrase.

# @unit traducteurs-0190vf
# fr: Tout ce que vous ajoutez en commentaire reste où vous l’avez mis.

# @unit traducteurs-r5xp93 (heading)
# fr: Quand le français change

# @unit traducteurs-qtz6m8
# fr: Personne ne touche à votre texte.

# @unit traducteurs-x8c55v
# fr: Vous apprenez seulement que l’unité est *périmée*, et quels mots ont changé :

# @unit traducteurs-yyrakh (item)
# fr: Corrigez la traduction, s’il y a lieu.

# @unit traducteurs-we5x83 (item)
# fr: Recopiez le nouveau français sur la ligne `# fr:`.

# @unit traducteurs-z7a9jk (item)
# fr: C’est ainsi que vous dites : « J’ai vu. »

# @unit traducteurs-96srsx
# fr: Une retouche de pure typographie (une apostrophe, une espace, des guillemets) ne vous dérange jamais.

# @unit traducteurs-5x16td
# fr: Une faute corrigée ou une virgule ajoutée vous vaut un simple avertissement.

# @unit traducteurs-wgwa31
# fr: Un chiffre, un nom, une négation : là, il faut relire.

# @unit traducteurs-qcpcw8 (heading)
# fr: Traduire librement

# @unit traducteurs-w3erd4
# fr: La phrase française n’est pas un moule.

# @unit traducteurs-kbk7dp
# fr: Si deux phrases se lisent mieux en une seule, mettez tout dans la première, et pour l’autre écrivez `{ "" }` : elle comptera comme traduite.

# @unit traducteurs-g414yr
# fr: Les noms communs à toutes les pages vivent dans `terms.ftl` ; on les appelle par leur nom, avec un tiret devant.

# @unit traducteurs-s90r9e (quote)
# fr: Un doute sur un mot ?

# @unit traducteurs-4z59py (quote)
# fr: Cherchez-le dans le dossier de votre langue : chaque traduction est à côté de son français.

# @unit traducteurs-av99z5 (heading)
# fr: Demander de l’aide

# @unit traducteurs-n858sy
# fr: Laissez une question en commentaire au-dessus de l’unité, ou écrivez à <redaction@example.org>.

# @unit traducteurs-h1ssbd
# fr: On répond d’ordinaire dans la journée.
