//! What can go wrong with a file, in words for people.

use std::fmt;
use std::io;

use crate::config::FILE_NAME;
use crate::document::Format;
use crate::text::{LineColumn, LineIndex, Locale, visible};

/// A file that could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    /// Its path, relative to the project where it lies in one.
    pub file: String,
    /// What is wrong.
    pub problem: FileProblem,
}

/// See [`FileError`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// There is no such file.
    Missing,
    /// Its bytes are not UTF-8.
    NotUtf8 {
        /// Where the first wrong byte is.
        at: LineColumn,
        /// That byte.
        byte: u8,
        /// What the file seems to be.
        looks_like: Encoding,
    },
    /// Its lines end in CR alone, as those of Macs did before 2001: for Fluent, it is one line.
    LoneReturns {
        /// Where the first such line ends.
        at: LineColumn,
    },
    /// A merge was left undone in it.
    Conflict {
        /// Where its first marker is.
        at: LineColumn,
    },
    /// A folder stands where a file should.
    IsFolder,
    /// A file stands where a folder should.
    IsFile,
    /// A pipe, a socket or a device.
    NotAFile,
    /// More bytes than places in a text are counted for.
    TooLong,
    /// A symbolic link, where one would be written through.
    IsLink,
    /// A symbolic link that leads out of the project, or from outputs or catalogs to the documents.
    LeadsOut,
    /// A symbolic link that leads nowhere, or to itself.
    Dangling,
    /// A symbolic link to a folder that holds documents: it is not followed.
    LinkedFolder,
    /// The name can't be the name of a document or catalog; why, in words that follow “its name”.
    Name(&'static str),
    /// Two documents would have one catalog.
    SharesCatalog {
        /// The other file.
        with: String,
        /// The catalog.
        catalog: String,
    },
    /// A document would have the catalog of a shared file.
    NamedAsShared {
        /// The catalog.
        catalog: String,
        /// Which globs of the setting are left without the one that it has by chance (`_index.md`, as site builders call
        /// it); nothing where a file is named by it.
        without: Option<Vec<String>>,
    },
    /// Messages that are no units stand where this document's source catalog is to be.
    Foreign {
        /// The document.
        document: String,
    },
    /// Whoever runs this is not allowed to.
    Denied,
    /// What the system said, in plain words.
    System(String),
}

/// What a file that is not UTF-8 seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16: it begins with its byte-order mark, or half of its bytes are the empty halves of Latin letters.
    Utf16,
    /// Windows-1252, of which Latin-1 is a part: its bytes above 0x7F are signs of that, and hardly one is UTF-8.
    Windows1252,
    /// One of those that a language was written in before Unicode: which, as editors name them.
    Legacy(&'static str),
    /// UTF-8 but for a few bytes: read as anything else, every accent of the rest would be spoilt.
    SpoiltUtf8,
    /// Nothing that can be told.
    Unknown,
}

impl Encoding {
    /// What the bytes of a file that is not UTF-8 seem to be. In linear time.
    fn of(bytes: &[u8]) -> Self {
        // Five bytes have no meaning in Windows-1252; nor is there a NUL in a text.
        let is_foreign = |byte: &u8| matches!(byte, 0x00 | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
        let (mut wrong, mut right, mut foreign) = (0, 0, bytes.contains(&0));
        for chunk in bytes.utf8_chunks() {
            right += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
            wrong += usize::from(!chunk.invalid().is_empty());
            foreign |= chunk.invalid().iter().any(is_foreign);
        }
        match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Encoding::Utf16,
            _ if Self::is_utf16_without_mark(bytes) => Encoding::Utf16,
            _ if right >= wrong && right > 0 => Encoding::SpoiltUtf8,
            _ if foreign => Encoding::Unknown,
            _ => Encoding::Windows1252,
        }
    }

    /// Whether every other byte of many pairs is a NUL, nearly always on the same side: Latin letters in UTF-16, as some
    /// editors save them without a byte-order mark. Of a catalog in other letters these are the ids and the French; a
    /// character of those (`一` is 0x4E00) may have its NUL on the other side.
    pub(super) fn is_utf16_without_mark(bytes: &[u8]) -> bool {
        let pairs = bytes.chunks_exact(2);
        let (few, even) = (pairs.len() / 8, pairs.remainder().is_empty());
        let (first, second) = pairs.fold((0, 0), |(first, second), pair| {
            (first + usize::from(pair[0] == 0), second + usize::from(pair[1] == 0))
        });
        even && first.max(second) > few && first.min(second) * 8 <= first.max(second)
    }
}

/// The encodings, other than Windows-1252, that texts of a language had before Unicode: as in the WHATWG Encoding
/// Standard's table of fallbacks by locale, with the ISO 8859 part that shares most of their letters.
fn legacy(locale: &Locale) -> Option<&'static str> {
    let tag = locale.as_str();
    let traditional = ["Hant", "TW", "HK", "MO"];
    Some(match tag.split('-').next().unwrap_or_default() {
        "pl" | "cs" | "hu" | "sk" | "sl" | "hr" | "bs" | "ro" | "sq" | "hsb" | "dsb" => {
            "Windows-1250 or ISO-8859-2"
        }
        "sr" if tag.contains("Latn") => "Windows-1250 or ISO-8859-2",
        "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" | "ky" | "tg" | "tt" | "mn" => {
            "Windows-1251, KOI8 or ISO-8859-5"
        }
        "el" => "Windows-1253 or ISO-8859-7",
        "tr" | "az" | "ku" => "Windows-1254 or ISO-8859-9",
        "he" | "yi" => "Windows-1255 or ISO-8859-8",
        "ar" | "fa" | "ur" | "ps" => "Windows-1256 or ISO-8859-6",
        "et" | "lt" | "lv" => "Windows-1257 or ISO-8859-13",
        "vi" => "Windows-1258",
        "th" => "Windows-874",
        "ja" => "Shift_JIS or EUC-JP",
        "ko" => "EUC-KR (Windows-949)",
        "zh" if tag.split('-').any(|part| traditional.contains(&part)) => "Big5",
        "zh" => "GB18030 (GBK, GB2312)",
        _ => return None,
    })
}

impl FileError {
    pub(crate) fn new(file: &str, problem: FileProblem) -> Self {
        FileError { file: file.to_owned(), problem }
    }

    pub(crate) fn io(file: &str, error: &io::Error) -> Self {
        let problem = match error.kind() {
            io::ErrorKind::NotFound => FileProblem::Missing,
            io::ErrorKind::IsADirectory => FileProblem::IsFolder,
            io::ErrorKind::NotADirectory => FileProblem::IsFile,
            io::ErrorKind::PermissionDenied => FileProblem::Denied,
            _ if is_in_use(error) => FileProblem::Denied,
            _ => FileProblem::System(io_words(error)),
        };
        FileError::new(file, problem)
    }

    pub(crate) fn link(file: &str, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => FileError::io(file, error),
            // Also a link to itself, for which Rust has no stable kind.
            _ => FileError::new(file, FileProblem::Dangling),
        }
    }

    pub(crate) fn not_utf8(file: &str, error: &std::string::FromUtf8Error) -> Self {
        let bytes = error.as_bytes();
        let valid = error.utf8_error().valid_up_to();
        let at = std::str::from_utf8(&bytes[..valid])
            .map_or(LineColumn { line: 1, column: 1 }, |text| LineIndex::new(text).line_column(text.len()));
        let looks_like = Encoding::of(bytes);
        FileError::new(file, FileProblem::NotUtf8 { at, byte: bytes[valid], looks_like })
    }

    /// What is UTF-8 only to the letter: Latin letters in UTF-16, each with a NUL beside it.
    pub(super) fn utf16(file: &str, bytes: &[u8]) -> Self {
        let nul = bytes.iter().position(|&byte| byte == 0).unwrap_or_default();
        let at = LineColumn { line: 1, column: nul + 1 };
        FileError::new(file, FileProblem::NotUtf8 { at, byte: 0, looks_like: Encoding::Utf16 })
    }

    /// The same of a file in a language: what is not UTF-8 is most likely in one of the encodings usual for that
    /// language. Read as another, its letters would be spoilt for good.
    pub(crate) fn in_language(mut self, locale: &Locale) -> Self {
        if let FileProblem::NotUtf8 { looks_like, .. } = &mut self.problem
            && matches!(looks_like, Encoding::Windows1252 | Encoding::Unknown)
            && let Some(names) = legacy(locale)
        {
            *looks_like = Encoding::Legacy(names);
        }
        self
    }

    /// The line and column that are wrong, where the problem has them.
    pub fn at(&self) -> Option<LineColumn> {
        match &self.problem {
            FileProblem::NotUtf8 { at, .. }
            | FileProblem::LoneReturns { at }
            | FileProblem::Conflict { at } => Some(*at),
            FileProblem::Missing
            | FileProblem::IsFolder
            | FileProblem::IsFile
            | FileProblem::NotAFile
            | FileProblem::TooLong
            | FileProblem::IsLink
            | FileProblem::LeadsOut
            | FileProblem::Dangling
            | FileProblem::LinkedFolder
            | FileProblem::Name(_)
            | FileProblem::SharesCatalog { .. }
            | FileProblem::NamedAsShared { .. }
            | FileProblem::Foreign { .. }
            | FileProblem::Denied
            | FileProblem::System(_) => None,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let help = match &self.problem {
            FileProblem::NotUtf8 { looks_like, .. } => match looks_like {
                Encoding::Utf16 => "it looks like UTF-16: open it as UTF-16, and save it as UTF-8",
                Encoding::Windows1252 => {
                    "it looks like Windows-1252, which editors also call ANSI or Western: open it as that, and save it as UTF-8"
                }
                Encoding::Legacy(names) => {
                    return Some(format!(
                        "open it as {names}; look whether all letters are right, and only then save it as UTF-8"
                    ));
                }
                Encoding::SpoiltUtf8 => {
                    "the rest of the file is UTF-8: write the sign at this place anew, and save it as UTF-8"
                }
                Encoding::Unknown => "open it in the encoding that it has, and save it as UTF-8",
            }
            .to_owned(),
            FileProblem::LoneReturns { .. } => {
                "save it with the line ends of Unix (LF) or Windows (CRLF)".to_owned()
            }
            FileProblem::Conflict { .. } => {
                "choose what is to stand there, and take the lines <<<<<<<, ======= and >>>>>>> away"
                    .to_owned()
            }
            FileProblem::IsFolder => "move the folder away, or bring the file back".to_owned(),
            FileProblem::IsFile => "move the file away: a folder is needed there".to_owned(),
            FileProblem::IsLink => "put the file itself there: links are not written through".to_owned(),
            FileProblem::LeadsOut => "put the file itself there, inside the project".to_owned(),
            FileProblem::Dangling => "mend the link, or remove it".to_owned(),
            FileProblem::LinkedFolder => {
                "put the folder itself there; or exclude it: documents.exclude".to_owned()
            }
            FileProblem::NamedAsShared { without: Some(globs), .. } => {
                let globs: Vec<String> = globs.iter().map(|glob| format!("\"{}\"", visible(glob))).collect();
                format!(
                    "rename the file; or where it must be called so, write under [project]: shared = [{}]",
                    globs.join(", ")
                )
            }
            FileProblem::Name(_) | FileProblem::SharesCatalog { .. } | FileProblem::NamedAsShared { .. } => {
                "rename the file".to_owned()
            }
            FileProblem::Foreign { .. } => {
                "give the document another name, or move this file out of the catalogs' folder".to_owned()
            }
            // Not what is drogman's own, nor its settings.
            FileProblem::NotAFile if Format::of_path(&self.file).is_some() => {
                "put an ordinary file there, or exclude it: documents.exclude".to_owned()
            }
            FileProblem::NotAFile => "put an ordinary file there".to_owned(),
            FileProblem::TooLong => "part it into several files".to_owned(),
            FileProblem::Denied if cfg!(windows) => {
                "close it in other programs, which keep others from writing; if it is open nowhere, the user who runs \
                 drogman must be allowed to read it, and to write it where drogman writes: the catalogs, the outputs and \
                 .drogman"
                    .to_owned()
            }
            FileProblem::Denied => "the user who runs drogman must be allowed to read it; and to write it where drogman \
                                    writes: the catalogs, the outputs and .drogman"
                .to_owned(),
            FileProblem::Missing | FileProblem::System(_) => return None,
        };
        Some(help)
    }
}

/// Whether another program has a file open, and Windows keeps it from us for that: the two errors of sharing, which Rust
/// has no kind for.
fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            FileProblem::Missing => write!(f, "there is no such file or folder"),
            FileProblem::NotUtf8 { byte, .. } => {
                write!(f, "this is not UTF-8: the byte 0x{byte:02X} has no meaning here")
            }
            FileProblem::LoneReturns { .. } => write!(
                f,
                "the lines of this catalog end in CR alone, as on old Macs: Fluent takes them all for one line"
            ),
            FileProblem::Conflict { .. } => {
                write!(f, "a merge was left undone in this document: git's conflict markers stand in it")
            }
            FileProblem::IsFolder => write!(f, "a folder stands where a file should"),
            FileProblem::IsFile => write!(f, "a file stands where a folder should"),
            FileProblem::NotAFile => write!(f, "this is a pipe or a device, not a file"),
            FileProblem::TooLong => write!(f, "this file holds 4 GiB or more"),
            FileProblem::IsLink => write!(f, "this is a symbolic link, and is not written through"),
            FileProblem::LeadsOut => write!(f, "this symbolic link leads out of its place in the project"),
            FileProblem::Dangling => write!(f, "this symbolic link leads nowhere"),
            FileProblem::LinkedFolder => {
                write!(
                    f,
                    "this is a symbolic link to a folder, and is not followed: its documents are not read"
                )
            }
            FileProblem::Name(reason) => write!(f, "its name {reason}"),
            FileProblem::SharesCatalog { with, catalog } => {
                write!(f, "it would share the catalog `{}` with `{}`", visible(catalog), visible(with))
            }
            FileProblem::NamedAsShared { catalog, .. } => {
                let catalog = visible(catalog);
                write!(f, "it would share the catalog `{catalog}` with `{FILE_NAME}: project.shared`")
            }
            FileProblem::Foreign { document } => {
                let document = visible(document);
                write!(
                    f,
                    "this file is to be the catalog of `{document}`, and its messages are no units: it is left as it is"
                )
            }
            FileProblem::Denied => f.write_str(DENIED),
            FileProblem::System(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for FileError {}

const DENIED: &str = "permission denied";

/// What the system says about a failure, in plain words and without its number.
pub fn io_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => DENIED.to_owned(),
        io::ErrorKind::StorageFull => "the disk is full (no space left on device)".to_owned(),
        io::ErrorKind::QuotaExceeded => "the disk quota is used up (no space left)".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::FileTooLarge => "the file would be larger than the system allows".to_owned(),
        io::ErrorKind::InvalidFilename if cfg!(windows) => "Windows allows no such name".to_owned(),
        io::ErrorKind::InvalidFilename => "its name is too long for this disk".to_owned(),
        _ => {
            // Rust shows “Too many open files (os error 24)”.
            let words = error.to_string();
            let end = words.find(" (os error").unwrap_or(words.len());
            words[..end].to_lowercase()
        }
    }
}
