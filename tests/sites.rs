//! `init` in a folder that a site builder publishes: what it writes works at once, with no edit.

mod support;

use support::{Dir, Run};

const PAGE: &str = "---\ntitle: Le pont\n---\n\nLe pont ferme à 18 h.\n";

/// Makes the site, runs `init`, `sync` and `build` in it, and gives what `init` said.
fn start(files: &[(&str, &str)], arguments: &[&str]) -> (Dir, Run) {
    let dir = Dir::empty();
    for (file, text) in files {
        dir.put(file, text);
    }
    let init = dir.run(&[&["init"], arguments].concat());
    assert_eq!((init.status, init.err.as_str()), (0, ""), "{}", init.out);
    let sync = dir.run(&["sync"]);
    assert_eq!((sync.status, sync.err.as_str()), (0, ""), "{}", dir.text("drogman.toml"));
    for round in ["first", "second"] {
        let build = dir.run(&["build", "--quiet"]);
        assert_eq!(build.status, 0, "{round}: {}\n{}", build.err, dir.text("drogman.toml"));
    }
    // What was built is no source of the next run.
    let again = dir.run(&["sync", "--dry-run"]);
    assert_eq!(again.status, 0, "{}{}", again.out, again.err);
    (dir, init)
}

/// That these files are there, and no other catalog or page in Markdown but those that were before.
fn assert_built(dir: &Dir, before: &[(&str, &str)], built: &[&str]) {
    let now = dir.files();
    let pages: Vec<&str> = now
        .keys()
        .map(String::as_str)
        .filter(|file| {
            (file.ends_with(".md") || file.ends_with(".mdx")) && !before.iter().any(|(old, _)| old == file)
        })
        .collect();
    assert_eq!(pages, built, "{}", dir.text("drogman.toml"));
}

fn assert_said(run: &Run, words: &[&str]) {
    for words in words {
        assert!(run.out.contains(words), "no `{words}` in:\n{}", run.out);
    }
}

const EN_DE: [&str; 4] = ["--locale", "en", "--locale", "de"];

#[test]
fn mkdocs_with_pages_at_the_root_gets_suffixes() {
    let files = [
        ("mkdocs.yml", "site_name: X\n"),
        ("docs/index.md", PAGE),
        ("docs/actu/pont.md", PAGE),
        ("docs/robots.txt", "a\n"),
    ];
    let (dir, init) = start(&files, &EN_DE);
    assert_built(
        &dir,
        &files,
        &["docs/actu/pont.de.md", "docs/actu/pont.en.md", "docs/index.de.md", "docs/index.en.md"],
    );
    assert_said(
        &init,
        &[
            "This is a site of MkDocs (mkdocs.yml). Its French pages: 2 in docs/.",
            "built into docs/**/*.en.md and docs/**/*.de.md.",
            "translate in locales/en/ and locales/de/, one line",
            "pip install mkdocs-static-i18n",
            "exclude_docs: manifest.json\n",
            "  - search\n",
            "docs_structure: suffix\n",
            "{ locale: fr, name: Français, default: true, build: true }\n",
            "{ locale: de, name: Deutsch, build: true }\n",
            "site-builders.md#mkdocs in the documentation of drogman\n",
        ],
    );
    assert_eq!(
        dir.text(".gitignore"),
        "/docs/**/*.en.md\n/docs/**/*.de.md\n/docs/manifest.json\n/.drogman/\n"
    );
}

const MKDOCS_FOLDERS: &str = "site_name: X
docs_dir: pages
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - locale: fr
          name: Français
          default: true
        - { locale: pt-BR, name: Português }
        # - locale: it
";

/// In brackets and in braces, as older ones of the plugin have them, too.
#[test]
fn the_languages_of_mkdocs_are_read_in_each_notation() {
    for languages in [
        "  - i18n:\n      languages: [fr, en, pt-BR]\n      default_language: fr\n",
        "  - i18n:\n      default_language: fr\n      languages:\n        [\n          fr, \"en\",\n          pt-BR\n        ]\n",
        "  - i18n:\n      default_language: fr\n      languages: { fr: Français, en: English, pt-BR: Português }\n",
        "  - i18n:\n      default_language: fr\n      languages:\n        # Ours\n        fr: Français\n\n        en:\n          name: English\n          build: true\n        \"pt-BR\": Português\n      docs_structure: suffix\n",
        "  - i18n: { languages: [{ locale: fr, default: true }, { locale: en }, { locale: pt-BR }] }\n",
        "  - i18n:\n      languages:\n        - { locale: fr, default: true } # here\n        - locale: en\n        - locale: 'pt-BR'\n",
    ] {
        let settings = format!("site_name: L'été\nplugins:\n  - search\n{languages}extra:\n  autre: x\n");
        let (dir, _) = start(&[("mkdocs.yml", &settings), ("docs/index.md", PAGE)], &[]);
        assert!(dir.text("drogman.toml").contains("locales = [\"en\", \"pt-BR\"]\n"), "{languages}");
    }
}

#[test]
fn mkdocs_with_a_folder_for_each_language_keeps_them() {
    let files = [
        ("mkdocs.yml", MKDOCS_FOLDERS),
        ("pages/fr/index.md", PAGE),
        ("pages/fr/actu/pont.md", PAGE),
        ("pages/fr/actu/pont.png", "png"),
        ("pages/pt-BR/index.md", "# A ponte\n"),
    ];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["pages/pt-BR/actu/pont.md"]);
    assert!(dir.has("pages/pt-BR/actu/pont.png"));
    // Somebody has translated that.
    assert_eq!(dir.text("pages/pt-BR/index.md"), "# A ponte\n");
    assert_said(
        &init,
        &[
            "From French into pt-BR (Portuguese), which the site has;",
            "Its French pages: 2 in pages/fr/.",
            "1 page is in pages/pt-BR/ already. `drogman build` leaves it alone; remove it when",
        ],
    );
    assert!(!init.out.contains("docs_structure"), "{}", init.out);
    assert_eq!(dir.text(".gitignore"), "/pages/manifest.json\n/.drogman/\n");
    // A new language is one line more.
    let (_, init) = start(&files[..3], &["--locale", "it"]);
    assert_said(&init, &["- { locale: it, name: Italiano, build: true }"]);
    assert!(!init.out.contains("locale: pt-BR") && !init.out.contains("locale: fr"), "{}", init.out);
}

#[test]
fn mkdocs_that_wants_folders_and_has_none_is_told() {
    let files =
        [("mkdocs.yml", &MKDOCS_FOLDERS.replace("docs_dir: pages\n", "")[..]), ("docs/index.md", PAGE)];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["docs/index.pt-BR.md"]);
    assert_said(
        &init,
        &[
            "Not sure: mkdocs.yml says `docs_structure: folder`, and docs/fr/ is not there",
            "docs_structure: suffix",
        ],
    );
}

const HUGO: &str = "baseURL = \"https://x.test/\"\n";

#[test]
fn hugo_gets_translations_beside_the_french_pages() {
    let files = [("hugo.toml", HUGO), ("content/_index.md", PAGE), ("content/terms.md", PAGE)];
    let (dir, init) = start(&files, &EN_DE);
    let built =
        ["content/_index.de.md", "content/_index.en.md", "content/terms.de.md", "content/terms.en.md"];
    assert_built(&dir, &files, &built);
    assert!(dir.has("locales/en/_index.ftl") && dir.has("locales/en/terms.ftl"));
    assert_said(
        &init,
        &[
            "defaultContentLanguage = \"fr\"\n",
            "ignoreFiles = ['/manifest\\.json$']\n",
            "[languages.fr]\n",
            "[languages.de]\n",
            "#hugo",
        ],
    );
    for name in ["config.yaml", "config/_default/hugo.yml"] {
        let files = [(name, "baseURL: https://x.test/\n"), ("content/a.md", PAGE)];
        let (_, init) = start(&files, &[]);
        assert_said(&init, &[name, "languages:\n", "  en: { languageName: English }\n"]);
    }
}

#[test]
fn hugo_with_folders_keeps_their_names() {
    let config = "{\"baseURL\": \"x\", \"defaultContentLanguage\": \"fr\", \"languages\": {\"fr\": {\"contentDir\": \"content/francais\"}, \"en\": {\"contentDir\": \"content/english\"}}}";
    let files = [("hugo.json", config), ("content/francais/a.md", PAGE), ("content/francais/b/c.md", PAGE)];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["content/english/a.md", "content/english/b/c.md"]);
    assert!(!init.out.contains("5. "), "{}", init.out);
    let (dir, init) = start(&files, &EN_DE);
    assert!(dir.has("content/english/a.md") && dir.has("content/de/a.md"));
    assert_said(&init, &["  de: { contentDir: content/de }"]);

    // Languages may have a file of their own.
    let files = [
        ("config/_default/hugo.toml", "baseURL = \"x\"\ndefaultContentLanguage = \"fr\"\n"),
        (
            "config/_default/languages.toml",
            "[fr]\ncontentDir = \"content/fr\"\n[en]\ncontentDir = \"content/en\"\n",
        ),
        ("content/fr/a.md", PAGE),
    ];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["content/en/a.md"]);
    assert!(!init.out.contains("5. "), "{}", init.out);
}

#[test]
fn french_pages_that_say_so_in_their_names_are_the_sources() {
    let config =
        "baseURL = \"x\"\ndefaultContentLanguage = \"en\"\n[languages.en]\n[languages.fr]\n[languages.de]\n";
    let files = [
        ("config.toml", config),
        ("content/a.md", "---\ntitle: The bridge\n---\n"),
        ("content/a.fr.md", PAGE),
        ("content/b/c.fr.md", PAGE),
    ];
    let (dir, init) = start(&files, &["--locale", "de"]);
    assert_built(&dir, &files, &["content/a.de.md", "content/b/c.de.md"]);
    assert_said(&init, &["Its French pages: 2 in content/."]);
    assert!(!init.out.contains("Not sure"), "{}", init.out);
}

#[test]
fn a_site_in_another_language_is_doubted() {
    let config = "baseURL = \"x\"\ndefaultContentLanguage = \"de\"\n";
    let (_, init) = start(&[("hugo.toml", config), ("content/a.md", PAGE)], &["--locale", "en"]);
    assert_said(&init, &["Not sure: hugo.toml says that the site is in `de`"]);
}

#[test]
fn zola_is_told_from_hugo() {
    let page = "+++\ntitle = \"Le pont\"\n+++\n\nLe pont ferme.\n";
    let files = [
        ("config.toml", "base_url = \"https://x.test\"\n[languages.en]\n"),
        ("content/_index.md", page),
        ("content/actu/pont/index.md", page),
    ];
    let (dir, init) = start(&files, &EN_DE);
    assert!(dir.has("content/_index.en.md") && dir.has("content/actu/pont/index.de.md"));
    assert_said(
        &init,
        &[
            "site of Zola (config.toml)",
            "default_language = \"fr\"\n",
            "ignored_content = [\"manifest.json\"]\n",
            "[languages.de]\n",
        ],
    );
    assert!(!init.out.contains("[languages.en]"), "{}", init.out);
}

#[test]
fn jekyll_gets_a_collection() {
    let files = [
        ("_config.yml", "title: X\n"),
        ("index.md", PAGE),
        ("_posts/2026-01-02-pont.md", PAGE),
        ("README.md", "# X\n\nNot a page.\n"),
        ("_site/index.md", PAGE),
        ("node_modules/a/a.md", PAGE),
        ("package.json", "{}"),
    ];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert_built(&dir, &files, &["_translations/en/_posts/2026-01-02-pont.md", "_translations/en/index.md"]);
    assert_said(
        &init,
        &[
            "Its French pages: 2 in ./.",
            "exclude: [_translations/manifest.json, locales, drogman.toml, l10n.toml]\n",
            "translations: { output: true, permalink: \"/:path:output_ext\" }\n",
            "{ scope: { path: \"_translations/en\" }, values: { lang: en } }\n",
            "#jekyll",
        ],
    );
}

#[test]
fn translated_pages_where_nothing_is_built_are_told() {
    let files = [
        ("_config.yml", "title: Le bac\n"),
        ("index.md", "---\ntitle: Accueil\n---\n\nLe bac part à midi pour la rive.\n"),
        ("en/index.md", "---\ntitle: Home\n---\n\nThe ferry leaves at noon for the bank.\n"),
    ];
    let (_, init) = start(&files, &["--locale", "en"]);
    let told = [
        "1 page is in en/, and left as before; remove it when its catalog is translated.",
        "What is translated there need not be again: adopting.md in the documentation of drogman.",
    ];
    assert_said(&init, &told);
    // A language that is not asked for gets no catalogs.
    let (_, init) = start(&files, &["--locale", "de"]);
    assert!(!init.out.contains("in en/"), "{}", init.out);
}

#[test]
fn jekyll_in_a_folder_of_a_repository_builds_below_its_pages() {
    let files = [("docs/_config.yml", "title: X\n"), ("docs/index.md", PAGE), ("README.md", "# X\n")];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert_built(&dir, &files, &["docs/en/index.md"]);
    assert_said(&init, &["in docs/_config.yml", "exclude: [manifest.json]\n", "path: \"en\" }"]);
}

#[test]
fn eleventy_is_told_to_read_what_git_ignores() {
    let files =
        [("eleventy.config.js", "export default () => {};\n"), ("index.md", PAGE), ("actu/pont.md", PAGE)];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert_built(&dir, &files, &["translations/en/actu/pont.md", "translations/en/index.md"]);
    assert_said(
        &init,
        &["setUseGitIgnore(false);\n", "import { EleventyI18nPlugin }", "\"./translations/\"", "#eleventy"],
    );

    let config = "module.exports = (config) => ({ dir: { input: './src', output: 'public' } });\n";
    let files = [(".eleventy.js", config), ("src/fr/index.md", PAGE), ("src/en/index.md", "# The bridge\n")];
    let (dir, init) = start(&files, &["--locale", "en", "--locale", "de"]);
    assert_built(&dir, &files, &["src/de/index.md"]);
    assert_said(
        &init,
        &["French pages: 1 in src/fr/.", "1 page is in src/en/ already", "require(\"@11ty/eleventy\")"],
    );
    assert!(!init.out.contains("permalink"), "{}", init.out);
}

const STARLIGHT: &str = "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'X' })] };\n";

#[test]
fn starlight_keeps_its_pages_at_the_root() {
    let files = [
        ("astro.config.mjs", STARLIGHT),
        ("src/content/docs/index.md", PAGE),
        ("src/content/docs/pont.svg", "svg"),
        ("src/content/docs/it/index.md", PAGE),
        ("src/content/docs/js/lib.md", PAGE),
    ];
    let (dir, init) = start(&files, &EN_DE);
    let folder = "src/content/docs";
    let built: Vec<String> = ["de/index", "de/js/lib", "en/index", "en/js/lib"]
        .iter()
        .map(|page| format!("{folder}/{page}.md"))
        .collect();
    assert_built(&dir, &files, &built.iter().map(String::as_str).collect::<Vec<_>>());
    // Copies are no originals of further copies.
    assert!(dir.has("src/content/docs/en/pont.svg") && !dir.has("src/content/docs/en/en/pont.svg"));
    assert!(!dir.has("src/content/docs/en/de/pont.svg"));
    assert_said(
        &init,
        &[
            "Astro with Starlight",
            "defaultLocale: 'root',\n",
            "  root: { label: 'Français', lang: 'fr' },\n",
            "  de: { label: 'Deutsch', lang: 'de' },\n",
        ],
    );
}

#[test]
fn starlight_with_folders_needs_nothing_more() {
    let config = STARLIGHT.replace(
        "title: 'X'",
        "title: 'X', defaultLocale: 'fr', locales: { fr: { label: 'a, b: c', lang: 'fr' }, 'pt-br': { label: 'P', lang: 'pt-BR' } }",
    );
    let files = [("astro.config.ts", &config[..]), ("src/content/docs/fr/index.md", PAGE)];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["src/content/docs/pt-br/index.md"]);
    assert!(!init.out.contains("5. "), "{}", init.out);
}

#[test]
fn astro_without_starlight_has_a_collection() {
    let files = [("astro.config.mjs", "export default {};\n"), ("src/content/blog/pont.md", PAGE)];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert_built(&dir, &files, &["src/content/blog/en/pont.md"]);
    assert_said(
        &init,
        &["site of Astro (astro.config.mjs)", "i18n: { defaultLocale: 'fr', locales: ['fr', 'en'] },"],
    );
}

#[test]
fn mdbook_gets_a_book_for_each_language() {
    let files = [
        ("book.toml", "[book]\ntitle = \"X\"\nlanguage = \"fr\"\n"),
        ("src/SUMMARY.md", "# Sommaire\n\n- [Le pont](pont.md)\n"),
        (
            "src/pont.md",
            "# Le pont\n\nIl ferme.\n\n{{#include code/a.rs:2:3}}\n\n{{#playground code/b.py editable}}\n",
        ),
        ("src/pont.png", "png"),
        ("src/code/a.rs", "fn"),
        ("src/code/c.toml", "c"),
    ];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert!(dir.text("drogman.toml").contains("copy = [\"**/*.png\", \"**/*.rs\"]\n"));
    assert!(dir.has("dist/en/code/a.rs"));
    assert_built(
        &dir,
        &files,
        &["dist/en/SUMMARY.md", "dist/en/pont.md", "dist/fr/SUMMARY.md", "dist/fr/pont.md"],
    );
    assert!(dir.has("dist/en/pont.png"));
    assert_said(&init, &["for language in fr en; do\n", "MDBOOK_BOOK__SRC=dist/$language", "#mdbook"]);
    assert_eq!(dir.text(".gitignore"), "/dist/\n/.drogman/\n");
}

#[test]
fn docusaurus_gets_its_own_paths() {
    let config =
        "export default { presets: [['classic', { docs: { sidebarPath: './s.js', path: 'manuel' } }]] };\n";
    let files = [
        ("website/docusaurus.config.ts", config),
        ("website/manuel/intro.md", PAGE),
        ("website/manuel/intro.png", "png"),
        ("website/blog/a.md", PAGE),
        ("website/manuel/b.mdx", PAGE),
    ];
    let (dir, init) = start(&files, &["--locale", "en"]);
    let folder = "website/i18n/en/docusaurus-plugin-content-docs/current";
    assert_built(&dir, &files, &[&format!("{folder}/b.mdx"), &format!("{folder}/intro.md")]);
    assert!(dir.has(&format!("{folder}/intro.png")));
    assert_said(
        &init,
        &[
            "i18n: { defaultLocale: 'fr', locales: ['fr', 'en'] },",
            "Not sure: website/blog/ (the blog) is left out",
            "Not sure: 1 page of MDX (.mdx) is read as Markdown: what stands in braces",
            "#docusaurus",
        ],
    );
    let known = "export default { i18n: { defaultLocale: 'fr', locales: ['fr', 'en', 'de'] } };\n";
    let (_, init) = start(&[("docusaurus.config.js", known), ("docs/intro.md", PAGE)], &[]);
    assert!(
        init.out.contains("into en (English), de (German), which the site has") && !init.out.contains("5. "),
        "{}",
        init.out
    );
}

#[test]
fn pages_of_mdx_are_pages() {
    for (config, folder, built) in [
        ("docusaurus.config.js", "docs", "i18n/en/docusaurus-plugin-content-docs/current"),
        ("astro.config.mjs", "src/content/docs", "src/content/docs/en"),
    ] {
        let page = format!("{folder}/index.mdx");
        let files = [(config, STARLIGHT), (page.as_str(), PAGE)];
        let (dir, init) = start(&files, &["--locale", "en"]);
        assert_built(&dir, &files, &[&format!("{built}/index.mdx")]);
        assert_said(&init, &[&format!("Its French pages: 1 in {folder}/."), "1 page of MDX (.mdx) is read"]);
    }
}

const VITEPRESS: &str = "export default { lang: 'fr', title: 'X', themeConfig: { nav: [] } };\n";

#[test]
fn vitepress_keeps_its_pages_at_the_root() {
    let files = [
        ("docs/.vitepress/config.mts", VITEPRESS),
        ("docs/.vitepress/theme/note.md", PAGE),
        ("docs/index.md", PAGE),
        ("docs/actu/pont.png", "png"),
        ("docs/public/logo.png", "png"),
    ];
    let (dir, init) = start(&files, &EN_DE);
    assert_built(&dir, &files, &["docs/de/index.md", "docs/en/index.md"]);
    assert!(dir.has("docs/en/actu/pont.png") && !dir.has("docs/en/public/logo.png"));
    assert_said(
        &init,
        &[
            "This is a site of VitePress (docs/.vitepress/config.mts). Its French pages: 1 in docs/.",
            "  root: { label: 'Français', lang: 'fr' },\n",
            "  de: { label: 'Deutsch', lang: 'de' },\n",
            "#vitepress",
        ],
    );
    assert!(dir.text("drogman.toml").contains("\"hero.tagline\""));
    assert_eq!(dir.text(".gitignore"), "/docs/en/\n/docs/de/\n/docs/manifest.json\n/.drogman/\n");
}

#[test]
fn what_vitepress_leaves_out_and_what_its_pages_take_in_is_seen() {
    let config = "export default { srcExclude: ['**/brouillons/**', 'parties/**'] }\n";
    let index = "---\ntitle: Un\nprev: { text: Avant }\nchapeau: Le pont est là.\n---\n\n<script setup>\nimport Avis from './avis/Avis.vue'\n</script>\n\nUn.\n\n<!--@include: ./parties/aide.md-->\n";
    let files = [
        ("docs/.vitepress/config.mts", config),
        ("docs/avis/Avis.vue", "<template></template>\n"),
        ("docs/brouillons/a.md", PAGE),
        ("docs/guide/a.md", "Deux.\n\n<<< ../../x.js\n"),
        ("docs/index.md", index),
        ("docs/parties/aide.md", PAGE),
        ("x.js", ""),
    ];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert_built(&dir, &files, &["docs/en/guide/a.md", "docs/en/index.md", "docs/en/parties/aide.md"]);
    assert!(dir.has("docs/en/avis/Avis.vue") && !dir.has("docs/en/brouillons/a.md"));
    assert_said(
        &init,
        &[
            "`parties/**` is left out by `srcExclude`, and pages take in what it names",
            "docs/guide/a.md takes in `../../x.js`:",
            "Keys of front matter with words that stay in French: `chapeau`.",
        ],
    );
}

#[test]
fn names_of_words_that_would_stay_in_french_are_said() {
    let page = "---\ntitle: Un\nauthor: Yves Martin du Pont\nfaq:\n  - { question: Pourquoi ?, url: /a }\n---\n\n<img alt=\"Une vue\">\n\nUn.\n";
    let dir = Dir::empty();
    dir.put("content/a.md", page);
    let init = dir.run(&["init"]);
    assert_eq!((init.status, init.err.as_str()), (0, ""));
    assert_said(
        &init,
        &[
            "Keys of front matter with words that stay in French: `faq.question`. Those that readers see belong in `front_matter`",
            "Arguments of shortcodes and attributes of tags with words that stay in French: `alt`. Those",
        ],
    );
    let of_front_matter = "1 word in front matter is not translated: content/a.md:5 (`documents.front_matter` in drogman.toml names those that are text; here `faq.question`)\n";
    assert!(dir.run(&["sync"]).err.starts_with(of_front_matter));
    dir.put(
        "drogman.toml",
        format!("{}\n[documents]\nfront_matter = [\"title\"]\n", dir.text("drogman.toml")),
    );
    assert!(!dir.run(&["sync"]).err.contains("front matter"));
}

#[test]
fn vitepress_at_the_root_of_a_repository_gets_outputs_of_their_own() {
    let config = "export default { locales: { root: { label: 'Français', lang: 'fr-FR' }, en: { label: 'English', lang: 'en' } } }\n";
    let files = [(".vitepress/config/index.ts", config), ("index.md", PAGE), ("README.md", "# X\n")];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["translations/en/index.md"]);
    assert_said(
        &init,
        &["into en (English), which the site has", "rewrites: { 'translations/:rest*': ':rest*' },\n"],
    );
    assert!(!init.out.contains("root:"), "{}", init.out);

    let files = [(".vitepress/config.js", "export default { srcDir: 'pages' }\n"), ("pages/fr/a.md", PAGE)];
    let (dir, init) = start(&files, &["--locale", "en"]);
    assert_built(&dir, &files, &["pages/en/a.md"]);
    assert_said(&init, &["  fr: { label: 'Français', lang: 'fr' },\n"]);
}

#[test]
fn where_two_builders_are_the_usual_settings_are_written() {
    let files = [("mkdocs.yml", "site_name: X\n"), ("book.toml", "[book]\n"), ("content/a.md", PAGE)];
    let (dir, init) = start(&files, &[]);
    assert!(dir.has("dist/en/a.md"));
    assert_said(
        &init,
        &[
            "several site builders here: MkDocs (mkdocs.yml), mdBook (book.toml)",
            "usual settings",
            "site-builders.md",
        ],
    );
}

#[test]
fn files_of_other_programs_are_no_site() {
    for (file, text) in [
        ("config.toml", "[server]\nport = 1\n"),
        ("config.json", "{ broken"),
        ("book.toml", "title = 1\n"),
        ("examples/mkdocs.yml", "site_name: X\n"),
    ] {
        let (dir, init) = start(&[(file, text)], &[]);
        assert!(dir.has("content/bienvenue.md") && dir.has("dist/en/bienvenue.md"), "{file}");
        assert!(!init.out.contains("site"), "{file}: {}", init.out);
    }
    // Hexo's file has the name of Jekyll's.
    let files = [("_config.yml", "title: X\n"), ("package.json", "{\"dependencies\": {\"hexo\": \"7\"}}")];
    assert!(!start(&files, &[]).1.out.contains("Jekyll"));
}

#[test]
fn a_site_without_pages_gets_a_first_one() {
    for (config, text, page) in [
        ("hugo.toml", HUGO, "content/bienvenue.md"),
        ("mkdocs.yml", "site_name: X\n", "docs/bienvenue.md"),
        ("astro.config.mjs", STARLIGHT, "src/content/docs/bienvenue.md"),
    ] {
        let (dir, _) = start(&[(config, text)], &[]);
        assert!(dir.text(page).starts_with("---\ntitle: Bienvenue\n---\n"), "{config}");
    }
    let (dir, _) = start(&[("book.toml", "[book]\n")], &[]);
    assert!(dir.text("src/bienvenue.md").starts_with("# Bienvenue\n"));
    let (dir, _) = start(&[("config.toml", "base_url = \"x\"\n")], &[]);
    assert!(dir.text("content/bienvenue.md").starts_with("+++\ntitle = \"Bienvenue\"\n+++\n"));
}

#[test]
fn a_configuration_that_cannot_be_read_breaks_nothing() {
    for (config, text) in [
        ("mkdocs.yml", "docs_dir: ../outside\n\u{1}: [\n"),
        ("hugo.toml", "baseURL = \n"),
        ("hugo.json", "{\"contentDir\": \".\"}"),
        ("book.toml", "[book]\nsrc = \"/etc\"\n"),
        ("_config.yml", "source: \"\\u0000\"\ndestination: locales\n"),
        ("astro.config.mjs", "starlight({ locales: { root: {"),
        ("docusaurus.config.js", "docs: { path: 'locales' }, i18n: { locales: ['x y', 'fr', '..'] }"),
        ("eleventy.config.js", "dir: { input: \"locales\\\"\" }"),
    ] {
        let dir = Dir::empty();
        dir.put(config, text);
        let init = dir.run(&["init"]);
        assert_eq!((init.status, init.err.as_str()), (0, ""), "{config}: {}", init.out);
        assert!(dir.run(&["sync"]).status == 0 && dir.run(&["build"]).status == 0, "{config}");
    }
}

#[test]
fn a_folder_for_each_language_needs_no_builder() {
    let english = "---\ntitle: The bridge\n---\n\nThe bridge closes at 6 p.m.\n";
    let files = [
        ("content/fr/pont.md", PAGE),
        ("content/en/pont.md", english),
        ("content/pt-BR/pont.md", "Ponte.\n"),
    ];
    let (dir, init) = start(&files, &[]);
    assert_built(&dir, &files, &["dist/en/pont.md", "dist/fr/pont.md", "dist/pt-BR/pont.md"]);
    assert_said(
        &init,
        &[
            "From French into en (English), pt-BR (Portuguese)",
            "The French pages are those in content/fr/.",
            "What is in content/en/ and content/pt-BR/ stays as it is.",
            "1. write French in content/fr/ as before",
        ],
    );
    // English is never taken for French.
    assert!(!dir.has("locales/en/en/pont.ftl") && dir.has("locales/en/pont.ftl"));
    // French folders of another meaning are pages like others.
    for other in ["content/fr.md", "content/outils/a.md"] {
        let (dir, _) = start(&[("content/fr/pont.md", PAGE), (other, PAGE)], &["--locale", "en"]);
        assert!(dir.has("locales/en/fr/pont.ftl"), "{other}");
    }
}
