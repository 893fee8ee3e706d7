//! JSON that is written piece by piece, with nothing in it that a terminal would act on.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::text::escaped_json;

/// So many bytes are written at once.
const PIECE: usize = 64 * 1024;

/// Takes JSON text in pieces, and passes it on as [`visible_json`](crate::text::visible_json) makes it.
struct Visible<'o> {
    out: &'o mut dyn Write,
    held: Vec<u8>,
}

impl Visible<'_> {
    fn pass_on(&mut self) -> io::Result<()> {
        let text = simdutf8::basic::from_utf8(&self.held)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        match escaped_json(text) {
            Some(escaped) => self.out.write_all(escaped.as_bytes())?,
            None => self.out.write_all(text.as_bytes())?,
        }
        self.held.clear();
        Ok(())
    }
}

impl Write for Visible<'_> {
    /// Takes all: the pieces of JSON text that a serializer writes are whole characters.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PIECE {
            self.pass_on()?;
        }
        Ok(bytes.len())
    }

    /// Called for each of many small pieces.
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes).map(drop)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()
    }
}

/// Writes a value as JSON with indents, and a line end. Of a list that is an [`Each`] one element is held at a time.
pub(super) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Visible { out, held: Vec::with_capacity(PIECE) };
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The same on one line.
pub(super) fn on_one_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Visible { out, held: Vec::with_capacity(PIECE) };
    serde_json::to_writer(&mut out, value)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A list of which each element is made when it is written.
pub(super) struct Each<F>(pub(super) F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
