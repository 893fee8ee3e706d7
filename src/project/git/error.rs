//! Why an earlier state can't be had, and what to do about it.

use std::fmt;

use crate::text::quoted;

/// Why an earlier state can't be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// There is no `git` command.
    NoGit,
    /// The project lies in no repository; what git says.
    NoRepository(String),
    /// No commit is named: nothing, or zeros alone, stand where its name should.
    Nothing,
    /// The name is that of no commit.
    Unknown {
        /// The name.
        reference: String,
        /// A name that there is.
        meant: Option<String>,
        /// The branch of `origin` that it may be the name of, if there is such a remote repository.
        branch: Option<String>,
    },
    /// The clone does not reach back to the commit.
    Shallow {
        /// Its name.
        reference: String,
    },
    /// The two histories have no commit in common.
    Unrelated {
        /// The name.
        reference: String,
    },
    /// Git does not see the files of the project in this folder, so that none of them seems to change.
    OutOfSight {
        /// The folder, in the project.
        folder: String,
        /// Whether it is a repository of its own; else git ignores it, or it is a link.
        repository: bool,
    },
    /// Something else; what git says.
    Failed(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GitError::NoGit => f.write_str("--since needs the `git` command, and it is not there"),
            GitError::NoRepository(why) => {
                write!(f, "--since needs a git repository, and git finds none here")?;
                if why.is_empty() { Ok(()) } else { write!(f, ": {why}") }
            }
            GitError::Nothing => f.write_str("the value of --since is empty: it names no commit"),
            GitError::Unknown { reference, .. } => {
                write!(f, "`{reference}` is no commit, branch or tag of this repository")
            }
            GitError::Shallow { reference } => {
                write!(f, "this clone is shallow, and does not reach back to `{reference}`")
            }
            GitError::Unrelated { reference } => {
                write!(f, "`{reference}` and this branch have no commit in common")
            }
            GitError::OutOfSight { folder, repository: true } => {
                write!(
                    f,
                    "--since can't tell what has changed in `{folder}`: it is a git repository of its own"
                )
            }
            GitError::OutOfSight { folder, repository: false } => {
                write!(
                    f,
                    "--since can't tell what has changed in `{folder}`: git ignores its files, or they are behind a link"
                )
            }
            GitError::Failed(why) => write!(f, "git could not tell what has changed: {why}"),
        }
    }
}

impl GitError {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            GitError::NoGit => Some("install git, or leave --since away: without it, a command is about everything".to_owned()),
            // The usual case of a job in a container: the folder was checked out by another user.
            GitError::NoRepository(why) if why.contains("dubious ownership") => {
                let folder = why.split('\'').nth(1).unwrap_or(".");
                Some(format!(
                    "git trusts no repository that another user owns, as in a container; if it may: git config \
                     --global --add safe.directory {}",
                    quoted(folder)
                ))
            }
            GitError::NoRepository(why) if why.is_empty() => {
                Some("leave --since away (a command is about everything then), or work in a clone that git made".to_owned())
            }
            GitError::NoRepository(_) => None,
            GitError::Nothing => Some(
                "see the variable that stands behind --since: github.event.pull_request.base.sha is set for pull \
                 requests only, CI_MERGE_REQUEST_DIFF_BASE_SHA in pipelines of merge requests only, and \
                 github.event.before is all zeros where a branch is new"
                    .to_owned(),
            ),
            GitError::Unknown { meant: Some(meant), .. } => Some(format!("did you mean `{meant}`?")),
            GitError::Unknown { branch: Some(branch), .. } => Some(format!(
                "if it is a branch of `origin`: git fetch origin {branch}:refs/remotes/origin/{branch}\n\
                 then: --since origin/{branch}"
            )),
            GitError::Unknown { .. } => Some("`git log` lists commits".to_owned()),
            GitError::Shallow { .. } => Some(
                "fetch the whole history: with actions/checkout by `fetch-depth: 0`, with GitLab by \
                 `GIT_DEPTH: 0`, by hand with `git fetch --unshallow`"
                    .to_owned(),
            ),
            GitError::OutOfSight { .. } => {
                Some("leave --since away, or keep these files in the repository of drogman.toml".to_owned())
            }
            GitError::Unrelated { .. } | GitError::Failed(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repository_of_another_user_is_told_how_to_trust_it() {
        let why = "detected dubious ownership in repository at '/builds/le site'";
        let help = GitError::NoRepository(why.to_owned()).help().expect("a help");
        assert!(help.ends_with("git config --global --add safe.directory \"/builds/le site\""), "{help}");
    }
}
