//! The C library's `iconv`.

use std::ffi::CString;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is no conversion between these encodings.
    Encoding,
    /// A character that is malformed or that the target lacks.
    Illegal,
    /// The text ends within a character.
    Incomplete,
}

/// Transliterations depend on the locale: PHP's is C.UTF-8 for characters.
pub(crate) fn set_locale() {
    // SAFETY: a string that ends in 0, before there are other threads.
    unsafe { libc::setlocale(libc::LC_CTYPE, c"C.UTF-8".as_ptr()) };
}

struct Converter(libc::iconv_t);

impl Drop for Converter {
    fn drop(&mut self) {
        // SAFETY: opened and not closed before.
        unsafe { libc::iconv_close(self.0) };
    }
}

fn open(from: &[u8], to: &[u8]) -> Option<Converter> {
    let (from, to) = (CString::new(from).ok()?, CString::new(to).ok()?);
    // SAFETY: two strings that end in 0.
    let handle = unsafe { libc::iconv_open(to.as_ptr(), from.as_ptr()) };
    (handle as isize != -1).then_some(Converter(handle))
}

/// Converts all of `text`; what was written before a problem comes with it.
pub(crate) fn convert(from: &[u8], to: &[u8], text: &[u8]) -> Result<Vec<u8>, (Problem, Vec<u8>)> {
    let Some(converter) = open(from, to) else { return Err((Problem::Encoding, Vec::new())) };
    let mut out: Vec<u8> = Vec::with_capacity(text.len() + 32);
    let mut input = text.as_ptr().cast_mut().cast::<libc::c_char>();
    let mut left = text.len();
    let mut flushing = false;
    let ignores = to.to_ascii_uppercase().ends_with(b"//IGNORE");
    loop {
        let mut output = out.spare_capacity_mut().as_mut_ptr().cast::<libc::c_char>();
        let mut room = out.capacity() - out.len();
        let before = room;
        let source = if flushing { std::ptr::null_mut() } else { &raw mut input };
        // SAFETY: `input` and `left` delimit the rest of `text`, which is only read; `output` and `room` the spare room of `out`.
        let result = unsafe { libc::iconv(converter.0, source, &mut left, &mut output, &mut room) };
        let code = std::io::Error::last_os_error().raw_os_error();
        // SAFETY: so many bytes were written.
        unsafe { out.set_len(out.len() + before - room) };
        if result == usize::MAX {
            match code {
                Some(libc::E2BIG) => {
                    out.reserve(out.capacity().max(64));
                    continue;
                }
                Some(libc::EINVAL) => return Err((Problem::Incomplete, out)),
                // The C library has passed over what the target lacks, and says so at the end.
                _ if ignores && left <= 1 => return Ok(out),
                _ if ignores => {
                    // SAFETY: `left` bytes of the text follow.
                    input = unsafe { input.add(1) };
                    left -= 1;
                    continue;
                }
                _ => return Err((Problem::Illegal, out)),
            }
        }
        if flushing {
            return Ok(out);
        }
        flushing = true;
    }
}

/// As code points.
pub(crate) fn decode(charset: &[u8], text: &[u8]) -> Result<Vec<u32>, Problem> {
    let bytes = convert(charset, b"UCS-4LE", text).map_err(|problem| problem.0)?;
    Ok(bytes.as_chunks::<4>().0.iter().map(|&four| u32::from_le_bytes(four)).collect())
}
pub(crate) fn encode(charset: &[u8], chars: &[u32]) -> Result<Vec<u8>, Problem> {
    let bytes: Vec<u8> = chars.iter().flat_map(|char| char.to_le_bytes()).collect();
    convert(b"UCS-4LE", charset, &bytes).map_err(|problem| problem.0)
}
