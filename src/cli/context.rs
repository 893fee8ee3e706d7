//! What every command is given: where it runs, where it prints, and the global options.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use super::error::{Error, Kind};
use super::progress::Watched;
use super::{Exit, Global, languages};
use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::project::loose::{repository_of, slashed};
use crate::project::{Lock, OpenError, Project};
use crate::report::{self, Colors, Style};
use crate::text::{Locale, nearest_tag, quoted, visible};
/// How long a writer waits for another one to end.
const PATIENCE: Duration = Duration::from_secs(5);

/// The surroundings of a command.
pub struct Context<'w> {
    /// Standard input.
    pub input: &'w mut dyn Read,
    /// Standard output: the report.
    pub out: &'w mut dyn Write,
    /// Standard error: progress, warnings and errors.
    pub err: &'w mut dyn Write,
    /// The current folder.
    pub current: PathBuf,
    /// The global options.
    pub global: Global,
    /// Whether the report has colours.
    pub out_colors: Colors,
    /// Whether errors and warnings have colours.
    pub err_colors: Colors,
    /// Where GitHub Actions shows what a step writes there (`GITHUB_STEP_SUMMARY`).
    pub step_summary: Option<PathBuf>,
    /// What `git commit` gives a hook to look at (`GIT_INDEX_FILE`).
    pub index: Option<PathBuf>,
    /// Whether somebody sees progress on standard error.
    pub(super) watched: Watched,
    pub(super) exit: Exit,
    /// The errors that were drawn: a command that looks at the project twice tells each once.
    pub(super) told: BTreeSet<String>,
    /// What was told of files that can't be read: reports for machines say it, too.
    pub(super) unreadable: Vec<Diagnostic>,
}

/// What to say where an option names no folder of a project: one that lies in it, or its settings.
fn no_project_in(folder: &Path) -> Error {
    let word = |path: &Path| visible(&path.to_string_lossy()).into_owned();
    let error = Error::new(Kind::Configuration, format!("there is no `{FILE_NAME}` in `{}`", word(folder)));
    match folder.canonicalize().ok().and_then(|folder| Project::find(&folder).ok()) {
        Some(above) => {
            let above = quoted(&above.to_string_lossy());
            error.help(format!("name the folder of the project that it lies in: {above}"))
        }
        None => error.help("name the folder of a project, or make one: drogman init"),
    }
}

/// What to say where no project lies above a folder: one may lie in it.
fn no_project_here(error: OpenError, folder: &Path) -> Error {
    let error = Error::from(error);
    // As Notepad saves it.
    let misnamed = format!("{FILE_NAME}.txt");
    if folder.join(&misnamed).is_file() {
        return error.help(format!("`{misnamed}` is here: call it `{FILE_NAME}`"));
    }
    let below = Project::find_below(folder);
    let names: Vec<_> = below.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy())).collect();
    let shown: Vec<String> = names.iter().map(|name| format!("`{}`", visible(name))).collect();
    let Some((last, others)) = shown.split_last() else { return error };
    let project = quoted(&names[0]);
    error.help(match others {
        [] => format!("there is one in {last}: go there, or add --project {project}"),
        _ => format!(
            "there are some in {} and {last}: go to one, or add --project {project}",
            others.join(", ")
        ),
    })
}

impl Context<'_> {
    /// Opens the project of `--project`, or the one that the current folder lies in.
    ///
    /// # Errors
    /// If there is none, or its configuration has mistakes.
    pub fn project(&self) -> Result<Project, Error> {
        match &self.global.project {
            Some(named) => self.project_in(named),
            None => match Project::find(&self.current) {
                Ok(found) => Ok(Project::open(&found)?),
                Err(error) => Err(no_project_here(error, &self.current)),
            },
        }
    }

    /// Opens the project of a folder that an argument names.
    ///
    /// # Errors
    /// If there is none, or its configuration has mistakes.
    pub(super) fn project_in(&self, named: &Path) -> Result<Project, Error> {
        Project::open(&self.current.join(named)).map_err(|error| match error {
            OpenError::NotFound { start } => no_project_in(&start),
            other => other.into(),
        })
    }

    /// The folder of the project, or where one was looked for, whatever stands in it.
    pub fn folder(&self) -> PathBuf {
        let named = self.global.project.as_ref().map(|folder| self.current.join(folder));
        let folder = named.or_else(|| Project::find(&self.current).ok());
        let folder = folder.unwrap_or_else(|| self.current.clone());
        folder.canonicalize().unwrap_or(folder)
    }

    /// Takes the project's lock for a command that writes.
    ///
    /// # Errors
    /// If another process keeps it.
    pub fn lock(&self, project: &Project, command: &str) -> Result<Lock, Error> {
        Ok(project.lock(command, PATIENCE)?)
    }

    /// The target locales that `--locale` asks for, in the order of the configuration; all without it.
    ///
    /// # Errors
    /// If the project has no such locale.
    pub fn locales(&self, project: &Project) -> Result<Vec<Locale>, Error> {
        self.chosen(project.config.targets.iter(), "target locale")
    }

    /// The same for `build`, which may be asked for the source locale too.
    ///
    /// # Errors
    /// If the project doesn't build such a locale.
    pub fn built_locales(&self, project: &Project) -> Result<Vec<Locale>, Error> {
        self.chosen(project.config.built_locales(), "locale to build")
    }

    fn chosen<'p>(
        &self,
        known: impl Iterator<Item = &'p Locale> + Clone,
        what: &str,
    ) -> Result<Vec<Locale>, Error> {
        let mut wanted: Vec<Locale> = Vec::new();
        for tag in &self.global.locale {
            let parsed =
                tag.parse::<Locale>().ok().filter(|locale| known.clone().any(|known| known == locale));
            let Some(locale) = parsed else {
                let tags = known.map(Locale::as_str);
                let help = match nearest_tag(tag, tags.clone()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("there is {}", tags.collect::<Vec<_>>().join(", ")),
                };
                return Err(Error::usage(format!("this project has no {what} `{}`", visible(tag))).help(help));
            };
            wanted.push(locale);
        }
        Ok(known.filter(|locale| wanted.is_empty() || wanted.contains(locale)).cloned().collect())
    }

    /// Draws an error on standard error and raises the exit status; the command goes on.
    pub fn report(&mut self, error: impl Into<Error>) {
        let error: Error = error.into();
        self.exit = self.exit.max(Exit::Failed);
        let drawn = error.render(self.err_colors);
        if self.told.contains(&drawn) {
            return;
        }
        // Where standard error is gone too, the exit status is all that is left to say.
        let _ = self.err.write_all(drawn.as_bytes());
        self.told.insert(drawn);
        if matches!(error.kind(), Kind::File | Kind::Configuration) {
            self.unreadable.extend(error.findings("unreadable"));
        }
    }

    /// Draws findings that are no reason to fail on standard error, unless `--quiet`.
    pub fn warn(&mut self, findings: &[Diagnostic]) {
        let shown: Vec<Diagnostic> = findings
            .iter()
            .filter(|finding| !self.global.quiet || finding.severity == Severity::Error)
            .cloned()
            .collect();
        let drawn = report::text(&shown, &|_| None, self.err_colors);
        if self.told.contains(&drawn) {
            return;
        }
        // See `report`.
        let _ = self.err.write_all(drawn.as_bytes());
        self.told.insert(drawn);
    }

    /// Says so if a locale is called as no language is, or as another one may be meant.
    pub(super) fn doubt(&mut self, locale: &Locale) {
        let Some((message, help)) = languages::doubt(locale) else { return };
        let warning = Diagnostic::new("", Severity::Warning, message);
        self.warn(&[match help {
            Some(help) => warning.help(help),
            None => warning,
        }]);
    }

    /// Says on standard error what is going on, unless `--quiet`.
    pub fn progress(&mut self, line: &str) {
        if !self.global.quiet {
            // See `report`.
            let _ = writeln!(self.err, "{line}");
        }
    }

    /// The terminal sequences of the report.
    pub fn out_style(&self) -> Style {
        match self.out_colors {
            Colors::Styled => Style::COLOUR,
            Colors::Plain => Style::default(),
        }
    }

    /// Says that an output was not written because somebody else's file stands there.
    pub fn warn_foreign(&mut self, file: &str) {
        let message = "drogman did not write this file, and leaves it alone";
        let finding = Diagnostic::new("foreign-output", Severity::Warning, message)
            .at(Place::file(file))
            .help("move it away, or remove it, and build again");
        self.warn(&[finding]);
    }

    /// Raises the exit status.
    pub fn raise(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    /// The project's folder in its repository, for paths that a CI service reads: whatever folder the command
    /// runs in. Without a repository it goes by the current folder. Empty where they are the same.
    pub fn folder_in_repository(&self, root: &Path) -> String {
        let from = repository_of(root).map_or_else(|| self.here(), Path::to_owned);
        root.strip_prefix(from).map(slashed).unwrap_or_default().into_owned()
    }

    /// The project's folder as seen from the current one: `..` where that is `content/`. Empty where they are the same.
    pub fn folder_from_here(&self, root: &Path) -> String {
        let here = self.here();
        let Some(common) = root.ancestors().find(|folder| here.starts_with(folder)) else {
            return String::new();
        };
        let below = |path: &Path| path.strip_prefix(common).map(Path::to_owned).unwrap_or_default();
        let (here, root) = (below(&here), below(root));
        let ups = here.iter().map(|_| Component::ParentDir.as_os_str());
        slashed(&ups.chain(root.iter()).collect::<PathBuf>()).into_owned()
    }

    /// The current folder, as it is called without links.
    fn here(&self) -> PathBuf {
        self.current.canonicalize().unwrap_or_else(|_| self.current.clone())
    }
}
