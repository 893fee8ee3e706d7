### fr → de · Write the translation under each unit, as: id = translation

# @unit traducteurs-08bxrz (front-matter)
# fr: Guide du traducteur
traducteurs-08bxrz = Leitfaden für Übersetzer

# @unit traducteurs-cz94as (front-matter)
# fr: Comment lire un catalogue, traduire une phrase, et reconnaître celles qui ont changé.
traducteurs-cz94as = Wie man einen { -catalogue } liest, einen Satz übersetzt und erkennt, welche sich geändert haben.

# @unit traducteurs-vzgaet
# fr: Vous traduisez des phrases, pas des fichiers.
traducteurs-vzgaet = Sie übersetzen Sätze, keine Dateien.

# @unit traducteurs-kafd0s
# fr: Chaque phrase française est une *unité* : elle a un nom qui ne change jamais, et sa traduction la suit quand l’auteur déplace un paragraphe, renomme la page ou corrige une virgule.
traducteurs-kafd0s = Jeder französische Satz ist eine *{ -unite }*: Sie trägt einen Namen, der sich nie ändert, und ihre Übersetzung folgt ihr, wenn der Autor einen Absatz verschiebt, die Seite umbenennt oder ein Komma berichtigt.

# @unit traducteurs-a636mj (heading)
# fr: Lire une unité
traducteurs-a636mj = Eine { -unite } lesen

# @unit traducteurs-vgenhz
# fr: Ouvrez le catalogue de votre langue dans un éditeur de texte, par exemple `locales/de/actu/sommet-kazan.ftl`.
traducteurs-vgenhz = Öffnen Sie den { -catalogue } Ihrer Sprache in einem Texteditor, zum Beispiel `locales/de/actu/sommet-kazan.ftl`.

# @unit traducteurs-knm1cw
# fr: Vous y trouverez des unités comme celle-ci :
traducteurs-knm1cw = Darin stehen { -unite(nombre: "plusieurs") } wie diese:

# @unit traducteurs-z22twp (item)
# fr: La première ligne nomme l’unité.
traducteurs-z22twp = Die erste Zeile nennt die { -unite }.

# @unit traducteurs-kz8hnk (item)
# fr: N’y touchez pas.
traducteurs-kz8hnk = Lassen Sie sie, wie sie ist.

# @unit traducteurs-7hqgge (item)
# fr: La deuxième est le français **que votre traduction rend**, au mot près.
traducteurs-7hqgge = Die zweite ist das Französische, **das Ihre Übersetzung wiedergibt**, Wort für Wort.

# @unit traducteurs-ykt29y (item)
# fr: La troisième est à vous.
traducteurs-ykt29y = Die dritte gehört Ihnen.

# @unit traducteurs-9nxfsv
# fr: Tant que la troisième ligne n’existe pas, l’unité attend : écrivez le nom, un signe égal, puis votre phrase.
traducteurs-9nxfsv = Solange die dritte Zeile fehlt, wartet die { -unite }: Schreiben Sie ihren Namen, ein Gleichheitszeichen, dann Ihren Satz.

# @unit traducteurs-0190vf
# fr: Tout ce que vous ajoutez en commentaire reste où vous l’avez mis.
traducteurs-0190vf = Was Sie als Kommentar hinzufügen, bleibt dort, wo Sie es hingesetzt haben.

# @unit traducteurs-r5xp93 (heading)
# fr: Quand le français change
traducteurs-r5xp93 = Wenn sich das Französische ändert

# @unit traducteurs-qtz6m8
# fr: Personne ne touche à votre texte.
traducteurs-qtz6m8 = Niemand rührt Ihren Text an.

# @unit traducteurs-x8c55v
# fr: Vous apprenez seulement que l’unité est *périmée*, et quels mots ont changé :
traducteurs-x8c55v = Sie erfahren nur, dass die { -unite } *veraltet* ist und welche Wörter sich geändert haben:

# @unit traducteurs-yyrakh (item)
# fr: Corrigez la traduction, s’il y a lieu.
traducteurs-yyrakh = Berichtigen Sie die Übersetzung, wo es nötig ist.

# @unit traducteurs-we5x83 (item)
# fr: Recopiez le nouveau français sur la ligne `# fr:`.
traducteurs-we5x83 = Übernehmen Sie das neue Französisch in die Zeile `# fr:`.

# @unit traducteurs-z7a9jk (item)
# fr: C’est ainsi que vous dites : « J’ai vu. »
traducteurs-z7a9jk = So sagen Sie: „Gesehen.“

# @unit traducteurs-96srsx
# fr: Une retouche de pure typographie (une apostrophe, une espace, des guillemets) ne vous dérange jamais.
traducteurs-96srsx = Rein typografische Änderungen (ein Apostroph, ein Leerzeichen, Anführungszeichen) stören Sie nie.

# @unit traducteurs-5x16td
# fr: Une faute corrigée ou une virgule ajoutée vous vaut un simple avertissement.
traducteurs-5x16td = Ein berichtigter Schreibfehler oder ein neues Komma bringt Ihnen nur eine Warnung.

# @unit traducteurs-wgwa31
# fr: Un chiffre, un nom, une négation : là, il faut relire.
traducteurs-wgwa31 = Eine Zahl, ein Name, eine Verneinung: Da heißt es neu lesen.

# @unit traducteurs-qcpcw8 (heading)
# fr: Traduire librement
traducteurs-qcpcw8 = Frei übersetzen

# @unit traducteurs-w3erd4
# fr: La phrase française n’est pas un moule.
traducteurs-w3erd4 = Der französische Satz ist keine Gussform.

# @unit traducteurs-kbk7dp
# fr: Si deux phrases se lisent mieux en une seule, mettez tout dans la première, et pour l’autre écrivez `{ "" }` : elle comptera comme traduite.
traducteurs-kbk7dp = Lesen sich zwei Sätze als einer besser, schreiben Sie alles in den ersten und für den anderen `{ "{" } "" { "}" }`: Er gilt dann als übersetzt.

# @unit traducteurs-g414yr
# fr: Les noms communs à toutes les pages vivent dans `terms.ftl` ; on les appelle par leur nom, avec un tiret devant.
traducteurs-g414yr = Die Namen, die alle Seiten gemeinsam haben, stehen in `terms.ftl`; man ruft sie bei ihrem Namen, mit einem Bindestrich davor.

# @unit traducteurs-s90r9e (quote)
# fr: Un doute sur un mot ?
traducteurs-s90r9e = Unsicher bei einem Wort?

# @unit traducteurs-4z59py (quote)
# fr: Cherchez-le dans le dossier de votre langue : chaque traduction est à côté de son français.
traducteurs-4z59py = Suchen Sie es im Ordner Ihrer Sprache: Jede Übersetzung steht neben ihrem Französisch.

# @unit traducteurs-av99z5 (heading)
# fr: Demander de l’aide
traducteurs-av99z5 = Um Hilfe bitten

# @unit traducteurs-n858sy
# fr: Laissez une question en commentaire au-dessus de l’unité, ou écrivez à <redaction@example.org>.
traducteurs-n858sy = Hinterlassen Sie eine Frage als Kommentar über der { -unite }, oder schreiben Sie an <redaction@example.org>.

# @unit traducteurs-h1ssbd
# fr: On répond d’ordinaire dans la journée.
traducteurs-h1ssbd = Meist bekommen Sie noch am selben Tag eine Antwort.
