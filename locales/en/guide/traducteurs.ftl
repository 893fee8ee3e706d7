### fr → en · Write the translation under each unit, as: id = translation

# @unit traducteurs-08bxrz (front-matter)
# fr: Guide du traducteur
traducteurs-08bxrz = Translator’s guide

# @unit traducteurs-cz94as (front-matter)
# fr: Comment lire un catalogue, traduire une phrase, et reconnaître celles qui ont changé.
traducteurs-cz94as = How to read a { -catalogue }, translate a sentence, and recognize those that have changed.

# @unit traducteurs-vzgaet
# fr: Vous traduisez des phrases, pas des fichiers.
traducteurs-vzgaet = You translate sentences, not files.

# @unit traducteurs-kafd0s
# fr: Chaque phrase française est une *unité* : elle a un nom qui ne change jamais, et sa traduction la suit quand l’auteur déplace un paragraphe, renomme la page ou corrige une virgule.
traducteurs-kafd0s = Each French sentence is a *{ -unite }*: it has a name that never changes, and its translation follows it when the author moves a paragraph, renames the page or corrects a comma.

# @unit traducteurs-a636mj (heading)
# fr: Lire une unité
traducteurs-a636mj = Reading a { -unite }

# @unit traducteurs-vgenhz
# fr: Ouvrez le catalogue de votre langue dans un éditeur de texte, par exemple `locales/de/actu/sommet-kazan.ftl`.
traducteurs-vgenhz = Open the { -catalogue } of your language in a text editor, for example `locales/de/actu/sommet-kazan.ftl`.

# @unit traducteurs-knm1cw
# fr: Vous y trouverez des unités comme celle-ci :
traducteurs-knm1cw = You will find { -unite(nombre: "plusieurs") } like this one:

# @unit traducteurs-z22twp (item)
# fr: La première ligne nomme l’unité.
traducteurs-z22twp = The first line names the { -unite }.

# @unit traducteurs-kz8hnk (item)
# fr: N’y touchez pas.
traducteurs-kz8hnk = Leave it alone.

# @unit traducteurs-7hqgge (item)
# fr: La deuxième est le français **que votre traduction rend**, au mot près.
traducteurs-7hqgge = The second is the French **that your translation renders**, word for word.

# @unit traducteurs-ykt29y (item)
# fr: La troisième est à vous.
traducteurs-ykt29y = The third is yours.

# @unit traducteurs-9nxfsv
# fr: Tant que la troisième ligne n’existe pas, l’unité attend : écrivez le nom, un signe égal, puis votre phrase.
traducteurs-9nxfsv = As long as there is no third line, the { -unite } is waiting: write its name, an equals sign, then your sentence.

# @unit traducteurs-0190vf
# fr: Tout ce que vous ajoutez en commentaire reste où vous l’avez mis.
traducteurs-0190vf = Whatever you add as a comment stays where you put it.

# @unit traducteurs-r5xp93 (heading)
# fr: Quand le français change
traducteurs-r5xp93 = When the French changes

# @unit traducteurs-qtz6m8
# fr: Personne ne touche à votre texte.
traducteurs-qtz6m8 = Nobody touches your text.

# @unit traducteurs-x8c55v
# fr: Vous apprenez seulement que l’unité est *périmée*, et quels mots ont changé :
traducteurs-x8c55v = You are merely told that the { -unite } is *out of date*, and which words have changed:

# @unit traducteurs-yyrakh (item)
# fr: Corrigez la traduction, s’il y a lieu.
traducteurs-yyrakh = Correct the translation where needed.

# @unit traducteurs-we5x83 (item)
# fr: Recopiez le nouveau français sur la ligne `# fr:`.
traducteurs-we5x83 = Copy the new French into the `# fr:` line.

# @unit traducteurs-z7a9jk (item)
# fr: C’est ainsi que vous dites : « J’ai vu. »
traducteurs-z7a9jk = That is how you say: “I have seen it.”

# @unit traducteurs-96srsx
# fr: Une retouche de pure typographie (une apostrophe, une espace, des guillemets) ne vous dérange jamais.
traducteurs-96srsx = A purely typographic touch (an apostrophe, a space, quotation marks) never disturbs you.

# @unit traducteurs-5x16td
# fr: Une faute corrigée ou une virgule ajoutée vous vaut un simple avertissement.
traducteurs-5x16td = A corrected misspelling or an added comma earns you a mere warning.

# @unit traducteurs-wgwa31
# fr: Un chiffre, un nom, une négation : là, il faut relire.
traducteurs-wgwa31 = A figure, a name, a negation: those call for a fresh look.

# @unit traducteurs-qcpcw8 (heading)
# fr: Traduire librement
traducteurs-qcpcw8 = Translating freely

# @unit traducteurs-w3erd4
# fr: La phrase française n’est pas un moule.
traducteurs-w3erd4 = The French sentence is not a mold.

# @unit traducteurs-kbk7dp
# fr: Si deux phrases se lisent mieux en une seule, mettez tout dans la première, et pour l’autre écrivez `{ "" }` : elle comptera comme traduite.
traducteurs-kbk7dp = If two sentences read better as one, put everything into the first, and for the other write `{ "{" } "" { "}" }`: it will count as translated.

# @unit traducteurs-g414yr
# fr: Les noms communs à toutes les pages vivent dans `terms.ftl` ; on les appelle par leur nom, avec un tiret devant.
traducteurs-g414yr = The names that all pages share live in `terms.ftl`; call them by their name, with a hyphen in front.

# @unit traducteurs-s90r9e (quote)
# fr: Un doute sur un mot ?
traducteurs-s90r9e = Unsure about a word?

# @unit traducteurs-4z59py (quote)
# fr: Cherchez-le dans le dossier de votre langue : chaque traduction est à côté de son français.
traducteurs-4z59py = Search the folder of your language for it: every translation stands beside its French.

# @unit traducteurs-av99z5 (heading)
# fr: Demander de l’aide
traducteurs-av99z5 = Asking for help

# @unit traducteurs-n858sy
# fr: Laissez une question en commentaire au-dessus de l’unité, ou écrivez à <redaction@example.org>.
traducteurs-n858sy = Leave a question as a comment above the { -unite }, or write to <redaction@example.org>.

# @unit traducteurs-h1ssbd
# fr: On répond d’ordinaire dans la journée.
traducteurs-h1ssbd = You will usually have an answer within the day.
