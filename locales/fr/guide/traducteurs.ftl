### fr · Written by drogman sync, not edited by hand

# @unit traducteurs-08bxrz
traducteurs-08bxrz = Guide du traducteur

# @unit traducteurs-cz94as
traducteurs-cz94as = Comment lire un catalogue, traduire une phrase, et reconnaître celles qui ont changé.

# @unit traducteurs-vzgaet
traducteurs-vzgaet = Vous traduisez des phrases, pas des fichiers.

# @unit traducteurs-kafd0s
traducteurs-kafd0s = Chaque phrase française est une *unité* : elle a un nom qui ne change jamais, et sa traduction la suit quand l’auteur déplace un paragraphe, renomme la page ou corrige une virgule.

# @unit traducteurs-a636mj
traducteurs-a636mj = Lire une unité

# @unit traducteurs-vgenhz
traducteurs-vgenhz = Ouvrez le catalogue de votre langue dans un éditeur de texte, par exemple `locales/de/actu/sommet-kazan.ftl`.

# @unit traducteurs-knm1cw
traducteurs-knm1cw = Vous y trouverez des unités comme celle-ci :

# @unit traducteurs-z22twp
traducteurs-z22twp = La première ligne nomme l’unité.

# @unit traducteurs-kz8hnk
traducteurs-kz8hnk = N’y touchez pas.

# @unit traducteurs-7hqgge
traducteurs-7hqgge = La deuxième est le français **que votre traduction rend**, au mot près.

# @unit traducteurs-ykt29y
traducteurs-ykt29y = La troisième est à vous.

# @unit traducteurs-9nxfsv
traducteurs-9nxfsv = Tant que la troisième ligne n’existe pas, l’unité attend : écrivez le nom, un signe égal, puis votre phrase.

# @unit traducteurs-0190vf
traducteurs-0190vf = Tout ce que vous ajoutez en commentaire reste où vous l’avez mis.

# @unit traducteurs-r5xp93
traducteurs-r5xp93 = Quand le français change

# @unit traducteurs-qtz6m8
traducteurs-qtz6m8 = Personne ne touche à votre texte.

# @unit traducteurs-x8c55v
traducteurs-x8c55v = Vous apprenez seulement que l’unité est *périmée*, et quels mots ont changé :

# @unit traducteurs-yyrakh
traducteurs-yyrakh = Corrigez la traduction, s’il y a lieu.

# @unit traducteurs-we5x83
traducteurs-we5x83 = Recopiez le nouveau français sur la ligne `# fr:`.

# @unit traducteurs-z7a9jk
traducteurs-z7a9jk = C’est ainsi que vous dites : « J’ai vu. »

# @unit traducteurs-96srsx
traducteurs-96srsx = Une retouche de pure typographie (une apostrophe, une espace, des guillemets) ne vous dérange jamais.

# @unit traducteurs-5x16td
traducteurs-5x16td = Une faute corrigée ou une virgule ajoutée vous vaut un simple avertissement.

# @unit traducteurs-wgwa31
traducteurs-wgwa31 = Un chiffre, un nom, une négation : là, il faut relire.

# @unit traducteurs-qcpcw8
traducteurs-qcpcw8 = Traduire librement

# @unit traducteurs-w3erd4
traducteurs-w3erd4 = La phrase française n’est pas un moule.

# @unit traducteurs-kbk7dp
traducteurs-kbk7dp = Si deux phrases se lisent mieux en une seule, mettez tout dans la première, et pour l’autre écrivez `{ "{" } "" { "}" }` : elle comptera comme traduite.

# @unit traducteurs-g414yr
traducteurs-g414yr = Les noms communs à toutes les pages vivent dans `terms.ftl` ; on les appelle par leur nom, avec un tiret devant.

# @unit traducteurs-s90r9e
traducteurs-s90r9e = Un doute sur un mot ?

# @unit traducteurs-4z59py
traducteurs-4z59py = Cherchez-le dans le dossier de votre langue : chaque traduction est à côté de son français.

# @unit traducteurs-av99z5
traducteurs-av99z5 = Demander de l’aide

# @unit traducteurs-n858sy
traducteurs-n858sy = Laissez une question en commentaire au-dessus de l’unité, ou écrivez à <redaction@example.org>.

# @unit traducteurs-h1ssbd
traducteurs-h1ssbd = On répond d’ordinaire dans la journée.
