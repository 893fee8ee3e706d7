### fr → ar · Write the translation under each unit, as: id = translation

# @unit sommet-kazan-xtgs62 (front-matter)
# fr: À Kazan, Pékin et Moscou fêtent 75 ans de relations
sommet-kazan-xtgs62 = في قازان، بكين وموسكو تحتفلان بمرور 75 عامًا على علاقاتهما

# @unit sommet-kazan-sp5sq3 (front-matter)
# fr: Le sommet des BRICS réunit deux voisins que les sanctions rapprochent, sans effacer ce qui les sépare.
sommet-kazan-sp5sq3 = تجمع قمة { -brics } جارين تقرّب العقوبات بينهما، من دون أن تمحو ما يفرّقهما.

# @unit sommet-kazan-tey5qe
# fr: Soixante-quinze ans après avoir noué des relations diplomatiques, la Chine et la Russie se retrouvent à Kazan pour le sommet des BRICS, du 22 au 24 octobre 2024.
sommet-kazan-tey5qe = بعد خمسة وسبعين عامًا على إقامة العلاقات الدبلوماسية بينهما، تلتقي الصين وروسيا في قازان خلال قمة { -brics } من 22 إلى 24 أكتوبر 2024.

# @unit sommet-kazan-eey81g
# fr: L’anniversaire tombe bien : chacune a besoin de l’autre, et toutes deux veulent le montrer.
sommet-kazan-eey81g = تأتي الذكرى في وقتها: فكلٌّ منهما يحتاج إلى الآخر، وكلاهما يريد أن يُظهر ذلك.

# @unit sommet-kazan-keq6ga (heading)
# fr: Un voyage très technique
sommet-kazan-keq6ga = رحلة ذات طابع تقني

# @unit sommet-kazan-ed7ac5
# fr: En août, une délégation russe s’était déjà rendue en Chine.
sommet-kazan-ed7ac5 = في أغسطس، كان وفد روسي قد سافر إلى الصين.

# @unit sommet-kazan-tszp3z
# fr: Au menu : les médias numériques, l’intelligence artificielle et la cybersécurité.
sommet-kazan-tszp3z = وكان على جدول الأعمال: الإعلام الرقمي والذكاء الاصطناعي والأمن السيبراني.

# @unit sommet-kazan-r41tsp
# fr: Ces trois secteurs ont un point commun : celui qui fournit l’outil finit souvent par fixer la règle.
sommet-kazan-r41tsp = ولهذه القطاعات الثلاثة قاسم مشترك: من يوفّر الأداة كثيرًا ما ينتهي به الأمر إلى وضع القاعدة.

# @unit sommet-kazan-8xzq9w
# fr: Pour Moscou, que les sanctions privent d’une bonne part des technologies occidentales, il s’agit de combler un retard.
sommet-kazan-8xzq9w = بالنسبة إلى موسكو، التي تحرمها العقوبات من قسم كبير من التقنيات الغربية، يتعلق الأمر بتدارك تأخّر.

# @unit sommet-kazan-35sw6e
# fr: Pour Pékin, en concurrence ouverte avec les États-Unis, c’est un marché et un allié de plus.
sommet-kazan-35sw6e = أما بكين، التي تنافس الولايات المتحدة علنًا، فترى في ذلك سوقًا إضافية وحليفًا إضافيًا.

# @unit sommet-kazan-j4w9an (heading)
# fr: Un peu moins de dollars
sommet-kazan-j4w9an = دولارات أقلّ قليلًا

# @unit sommet-kazan-er9n20
# fr: Le groupe ne compte plus cinq membres : l’Égypte, l’Éthiopie, l’Iran et les Émirats arabes unis l’ont rejoint le 1er janvier 2024.
sommet-kazan-er9n20 = لم تعد المجموعة تضم خمسة أعضاء: فقد انضمت إليها مصر وإثيوبيا وإيران والإمارات العربية المتحدة في 1 يناير 2024.

# @unit sommet-kazan-yn7rvf
# fr: La file d’attente, elle, ne cesse de s’allonger.
sommet-kazan-yn7rvf = وقائمة الانتظار لا تكفّ عن الطول.

# @unit sommet-kazan-n1mw3z
# fr: Les candidats cherchent d’abord à dépendre moins de l’Occident et de sa monnaie.
sommet-kazan-n1mw3z = يسعى المرشحون أولًا إلى تقليل اعتمادهم على الغرب وعلى عملته.

# @unit sommet-kazan-tr62yd
# fr: Depuis des années, les BRICS encouragent donc les accords bilatéraux et les paiements en monnaies locales.
sommet-kazan-tr62yd = ولذلك تشجّع دول { -brics } منذ سنوات الاتفاقات الثنائية والدفع بالعملات المحلية.

# @unit sommet-kazan-3rs7ps
# fr: Kazan doit dire jusqu’où ils iront ; nul n’attend une monnaie commune pour demain matin.
sommet-kazan-3rs7ps = على قازان أن تبيّن إلى أي حدّ سيذهبون؛ ولا أحد يتوقع عملة موحّدة صباح الغد.

# @unit sommet-kazan-vse2ga (heading)
# fr: Un rapprochement sous contrainte
sommet-kazan-vse2ga = تقارب تحت الضغط

# @unit sommet-kazan-4cedvz
# fr: La guerre en Ukraine donne à cette fête un tour particulier.
sommet-kazan-4cedvz = تضفي الحرب في أوكرانيا على هذا الاحتفال طابعًا خاصًا.

# @unit sommet-kazan-c7gyaf
# fr: Vu de l’Ouest, chaque accord entre le Kremlin et Pékin ressemble à une menace.
sommet-kazan-c7gyaf = من منظور الغرب، يبدو كل اتفاق بين الكرملين وبكين تهديدًا.

# @unit sommet-kazan-80q6z2
# fr: Les sanctions devaient isoler la Russie ; elles l’ont aussi poussée dans les bras de la Chine.
sommet-kazan-80q6z2 = كان هدف العقوبات عزل روسيا؛ غير أنها دفعتها أيضًا إلى أحضان الصين.

# @unit sommet-kazan-hw713s
# fr: Les deux capitales parlent volontiers d’un « monde multipolaire » dont elles seraient les chefs de file.
sommet-kazan-hw713s = وتتحدث العاصمتان بارتياح عن “عالم متعدد الأقطاب” تكونان في صدارته.

# @unit sommet-kazan-yyq9z9
# fr: Mais entre un pays de 1,4 milliard d’habitants et un autre près de dix fois moins peuplé, un partenariat n’est jamais tout à fait égal.
sommet-kazan-yyq9z9 = لكن بين بلد يسكنه 1.4 مليار نسمة وآخر أقلّ منه سكانًا بعشر مرات تقريبًا، لا تكون الشراكة متكافئة تمامًا أبدًا.

# @unit sommet-kazan-v6t968
# fr: C’est peut-être la vraie question de Kazan : qui, des deux, choisira la suite ?
sommet-kazan-v6t968 = ربما يكون هذا هو سؤال قازان الحقيقي: أيّهما سيختار ما سيأتي؟
