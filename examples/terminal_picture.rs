//! Draws what a program printed, colours and all, as an SVG picture of a terminal.
//!
//! `drogman status --color always | terminal_picture "drogman status" > status.svg`: the text on standard
//! input, the command shown above it as the argument. The same text gives the same picture.

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use unicode_width::UnicodeWidthChar as _;

/// Width of a cell, height of a line, and margins, in pixels at a font size of 14.
const CELL: f32 = 8.4;
const LINE: f32 = 20.0;
const MARGIN: f32 = 18.0;
const TOP: f32 = 52.0;

/// The colours of SGR 30 to 37, then 90 to 97, on a dark ground.
const COLOURS: [&str; 16] = [
    "#565f73", "#f2777a", "#8fc98a", "#e8bf6a", "#7fb0e8", "#c99be0", "#70c4c4", "#d5dae3", "#7d879c",
    "#ff9a9c", "#aee0a8", "#f7d58b", "#a3c9f5", "#ddb8ef", "#98dede", "#f3f5f9",
];
const PLAIN: &str = "#d5dae3";
const DIM: &str = "#7d879c";

/// How text looks from here on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Look {
    colour: Option<usize>,
    bold: bool,
    dim: bool,
}

/// Characters of one look on one line.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    look: Look,
    /// The first cell that it takes, and how many.
    column: usize,
    cells: usize,
    text: String,
}

impl Run {
    /// Whether `character` is drawn in one go with what is there. Spaces don't part Arabic words, which
    /// would change places.
    fn takes(&self, character: char) -> bool {
        let own = kind(self.text.chars().next());
        own == kind(Some(character)) || (own == Kind::Script && character == ' ')
    }
}

fn main() -> ExitCode {
    let title = std::env::args().nth(1).unwrap_or_default();
    let mut bytes = Vec::new();
    let drawn = io::stdin()
        .read_to_end(&mut bytes)
        .and_then(|_| io::stdout().write_all(picture(&title, &String::from_utf8_lossy(&bytes)).as_bytes()));
    match drawn {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn picture(title: &str, text: &str) -> String {
    let mut lines = vec![vec![
        Run { look: Look { dim: true, ..Look::default() }, column: 0, cells: 2, text: "$ ".to_owned() },
        Run {
            look: Look { bold: true, ..Look::default() },
            column: 2,
            cells: title.chars().map(cells).sum(),
            text: title.to_owned(),
        },
    ]];
    lines.push(Vec::new());
    lines.extend(read(text));
    let widest = lines.iter().filter_map(|line| line.last()).map(|run| run.column + run.cells).max();
    let width = MARGIN * 2.0 + CELL * widest.unwrap_or(0) as f32;
    let height = TOP + LINE * lines.len() as f32;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" \
         font-family=\"ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace\" \
         font-size=\"14\">\n<title>{}</title>\n\
         <rect width=\"{width:.0}\" height=\"{height:.0}\" rx=\"8\" fill=\"#20242e\"/>\n\
         <g><circle cx=\"20\" cy=\"18\" r=\"5.5\" fill=\"#f2777a\"/><circle cx=\"38\" cy=\"18\" r=\"5.5\" fill=\"#e8bf6a\"/>\
         <circle cx=\"56\" cy=\"18\" r=\"5.5\" fill=\"#8fc98a\"/></g>\n",
        escaped(title)
    );
    for (row, line) in lines.iter().enumerate() {
        let baseline = TOP + LINE * row as f32;
        for run in line {
            draw(&mut svg, run, baseline);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Cuts text into lines of runs; escape sequences other than colours are dropped.
fn read(text: &str) -> Vec<Vec<Run>> {
    let mut look = Look::default();
    text.lines()
        .map(|line| {
            let mut runs: Vec<Run> = Vec::new();
            let mut column = 0;
            let mut rest = line.chars();
            while let Some(character) = rest.next() {
                if character == '\u{1b}' {
                    escape(&mut rest, &mut look);
                    continue;
                }
                let width = cells(character);
                match runs.last_mut() {
                    Some(run) if run.look == look && run.takes(character) => {
                        run.text.push(character);
                        run.cells += width;
                    }
                    Some(_) | None => {
                        runs.push(Run { look, column, cells: width, text: character.to_string() });
                    }
                }
                column += width;
            }
            runs
        })
        .collect()
}

/// Reads a control sequence after its ESC: `[`, parameters, a letter.
fn escape(rest: &mut std::str::Chars<'_>, look: &mut Look) {
    if !rest.as_str().starts_with('[') {
        return;
    }
    let sequence = &rest.as_str()[1..];
    let Some(end) = sequence.find(|character: char| ('@'..='~').contains(&character)) else { return };
    if sequence[end..].starts_with('m') {
        for code in sequence[..end].split(';') {
            match code.parse::<usize>() {
                Ok(1) => look.bold = true,
                Ok(2) => look.dim = true,
                Ok(22) => (look.bold, look.dim) = (false, false),
                Ok(code @ 30..=37) => look.colour = Some(code - 30),
                Ok(code @ 90..=97) => look.colour = Some(code - 82),
                Ok(39) => look.colour = None,
                // An empty parameter is 0.
                Ok(0) | Err(_) => *look = Look::default(),
                Ok(_) => {}
            }
        }
    }
    *rest = sequence[end + 1..].chars();
}

fn cells(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// What a run is made of: bars are shapes, and only letters of a fixed-width font are sure to keep to their
/// cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Full,
    Faint,
    Latin,
    Script,
}

fn kind(character: Option<char>) -> Kind {
    match character {
        Some('█') => Kind::Full,
        Some('░') => Kind::Faint,
        Some(' '..='~' | '\u{a0}'..='\u{17f}' | '–' | '…' | '’' | '→') => Kind::Latin,
        Some(_) | None => Kind::Script,
    }
}

fn draw(svg: &mut String, run: &Run, baseline: f32) {
    let (x, width) = (MARGIN + CELL * run.column as f32, CELL * run.cells as f32);
    let colour = match run.look {
        Look { dim: true, colour: None, .. } => DIM,
        Look { colour: Some(colour), .. } => COLOURS[colour],
        Look { colour: None, .. } => PLAIN,
    };
    let drawn = match kind(run.text.chars().next()) {
        bar @ (Kind::Full | Kind::Faint) => {
            let faint = if bar == Kind::Faint { " fill-opacity=\"0.25\"" } else { "" };
            let y = baseline - 12.0;
            writeln!(
                svg,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"15\" fill=\"{colour}\"{faint}/>"
            )
        }
        Kind::Latin | Kind::Script if run.text.trim().is_empty() => Ok(()),
        Kind::Latin | Kind::Script => {
            let bold = if run.look.bold { " font-weight=\"bold\"" } else { "" };
            writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{baseline:.1}\" fill=\"{colour}\"{bold} textLength=\"{width:.1}\" \
                 lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{}</text>",
                escaped(&run.text)
            )
        }
    };
    drawn.unwrap_or_default();
}

/// Text as XML; what XML can't hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(' '),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => out.push(character),
        }
    }
    out
}
