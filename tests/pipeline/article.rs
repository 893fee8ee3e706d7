//! The article that most of these tests are about, and what is asked of a project with it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::support::{Dir, Files};

/// An article in plain text: a lead of two sentences, two headings, paragraphs of four and three.
pub(crate) const ARTICLE: &str = "\
La ligne de la Vaire rouvre lundi, après 12 ans d'arrêt et 18 mois de travaux. Les élus de la vallée parlent déjà d'un second souffle pour les villages.
Un chantier plus long que prévu
Les équipes ont posé 31 km de rails entre Annot et Thorame. Le vieux viaduc, fermé en 2012, a reçu 4 piles neuves. La région n'a pas voulu fixer de date avant les derniers essais. « Nous avons refait ce que nos grands-parents avaient fait à la main », dit le chef de chantier.
Des billets au coeur des débats
Le trajet complet coûtera 9 euros, moitié moins qu'en autocar. Les abonnés pourront monter avec un vélo, sans supplément. Deux trains par jour circuleront le dimanche : un le matin, un le soir.
";

/// How many sentences [`ARTICLE`] has.
pub(crate) const SENTENCES: usize = 11;

impl Dir {
    /// A project with `content/article.txt` and the target locale `en`.
    pub(crate) fn article() -> Dir {
        Dir::project(&[("content/article.txt", ARTICLE)])
    }

    /// The article, synced and wholly translated.
    pub(crate) fn translated() -> Dir {
        static FILES: OnceLock<Files> = OnceLock::new();
        Dir::of(FILES.get_or_init(|| {
            let dir = Dir::article();
            dir.ok(&["sync"]);
            dir.translate("locales/en/article.ftl");
            assert_eq!(dir.figures("current"), SENTENCES);
            dir.files()
        }))
    }

    /// Writes a translation under each stub of a catalog, as a translator would.
    pub(crate) fn translate(&self, catalog: &str) {
        let mut out = String::new();
        let text = self.text(catalog);
        let mut lines = text.lines().peekable();
        let mut id = None;
        while let Some(line) = lines.next() {
            out.push_str(line);
            out.push('\n');
            if let Some(rest) = line.strip_prefix("# @unit ") {
                id = rest.split(' ').next().map(str::to_owned);
            }
            let comment_ends = lines.peek().is_none_or(|next| !next.starts_with('#'));
            let stub = lines.peek().is_none_or(|next| next.is_empty());
            if line.starts_with("# ")
                && comment_ends
                && stub
                && let Some(id) = id.take()
            {
                out.push_str(&format!("{id} = Translation of {id}.\n"));
            }
        }
        self.put(catalog, &out);
    }

    /// The locale `en` in `status --format json`.
    fn english(&self, arguments: &[&str]) -> serde_json::Value {
        let told = self.ok(&[&["status", "--format", "json"], arguments].concat());
        let mut json: serde_json::Value = serde_json::from_str(&told).unwrap();
        json["locales"][0].take()
    }

    /// A figure of `status --format json`, for the locale `en`.
    pub(crate) fn figures(&self, name: &str) -> usize {
        self.english(&[])[name].as_u64().unwrap() as usize
    }

    /// `(current, stale, missing, unverified, invalid, obsolete)` of the locale `en`.
    pub(crate) fn counts(&self) -> [usize; 6] {
        let figures = self.english(&[]);
        ["current", "stale", "missing", "unverified", "invalid", "obsolete"]
            .map(|name| figures[name].as_u64().unwrap() as usize)
    }

    /// The state of each unit of a document in `en`, by id.
    pub(crate) fn states(&self, document: &str) -> BTreeMap<String, String> {
        let locale = self.english(&["--units"]);
        let documents = locale["documents"].as_array().unwrap();
        let found = documents.iter().find(|one| one["document"] == document);
        found
            .and_then(|one| one["list"].as_array())
            .into_iter()
            .flatten()
            .map(|unit| {
                let change = unit["change"].as_str().map(|change| format!("-{change}")).unwrap_or_default();
                let state = unit["state"].as_str().unwrap();
                (unit["id"].as_str().unwrap().to_owned(), format!("{state}{change}"))
            })
            .collect()
    }
}
