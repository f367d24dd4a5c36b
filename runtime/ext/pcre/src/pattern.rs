//! Compiled patterns and their matchers: all calls of PCRE2.

use crate::state::*;
use pcre2_sys::*;
use phpc_core::Str;
use phpc_core::engine::ini;
use phpc_core::global::Global;
use std::cell::Cell;
use std::ptr::{null, null_mut};
use std::rc::Rc;

pub(crate) const CASELESS: u32 = PCRE2_CASELESS;
pub(crate) const MULTILINE: u32 = PCRE2_MULTILINE;
pub(crate) const NO_AUTO_CAPTURE: u32 = PCRE2_NO_AUTO_CAPTURE;
pub(crate) const DOTALL: u32 = PCRE2_DOTALL;
pub(crate) const EXTENDED: u32 = PCRE2_EXTENDED;
pub(crate) const ANCHORED: u32 = PCRE2_ANCHORED;
pub(crate) const DOLLAR_ENDONLY: u32 = PCRE2_DOLLAR_ENDONLY;
pub(crate) const UNGREEDY: u32 = PCRE2_UNGREEDY;
pub(crate) const UTF: u32 = PCRE2_UTF | PCRE2_UCP;
pub(crate) const DUPNAMES: u32 = PCRE2_DUPNAMES;
pub(crate) const CASELESS_RESTRICT: u32 = PCRE2_EXTRA_CASELESS_RESTRICT;

pub(crate) const NO_MATCH: i32 = PCRE2_ERROR_NOMATCH;
const NO_UTF_CHECK: u32 = PCRE2_NO_UTF_CHECK;

const JIT_STACK_MIN: usize = 32 * 1024;
const JIT_STACK_MAX: usize = 192 * 1024;

/// What PCRE2 needs everywhere; made on first use.
#[derive(Clone, Copy)]
struct Contexts {
    compile: *mut pcre2_compile_context_8,
    matching: *mut pcre2_match_context_8,
    jit_stack: *mut pcre2_jit_stack_8,
    /// The settings were last read at this generation.
    generation: u32,
    jit: bool,
}

static CONTEXTS: Global<Option<Contexts>> = Global::new(None);

fn contexts() -> Contexts {
    let generation = ini::generation();
    match CONTEXTS.get() {
        Some(contexts) if contexts.generation == generation => contexts,
        old => settle(old, generation),
    }
}

/// Makes the contexts, or follows changed settings.
#[cold]
fn settle(old: Option<Contexts>, generation: u32) -> Contexts {
    // SAFETY: the contexts are made once and never freed.
    unsafe {
        let mut contexts = old.unwrap_or_else(|| Contexts {
            compile: pcre2_compile_context_create_8(null_mut()),
            matching: pcre2_match_context_create_8(null_mut()),
            jit_stack: pcre2_jit_stack_create_8(JIT_STACK_MIN, JIT_STACK_MAX, null_mut()),
            generation,
            jit: true,
        });
        contexts.generation = generation;
        contexts.jit = ini::flag("pcre.jit");
        pcre2_set_match_limit_8(contexts.matching, ini::int("pcre.backtrack_limit") as u32);
        pcre2_set_depth_limit_8(contexts.matching, ini::int("pcre.recursion_limit") as u32);
        let stack = if contexts.jit { contexts.jit_stack } else { null_mut() };
        pcre2_jit_stack_assign_8(contexts.matching, None, stack.cast());
        CONTEXTS.set(Some(contexts));
        contexts
    }
}

pub(crate) struct Pattern {
    code: *mut pcre2_code_8,
    /// Lent to one matcher at a time.
    data: *mut pcre2_match_data_8,
    lent: Cell<bool>,
    pub(crate) is_utf: bool,
    jit: bool,
    /// Groups, the whole match included.
    pub(crate) groups: usize,
    /// Names by group; empty if there are none.
    pub(crate) names: Vec<Option<Str>>,
}

/// Why a pattern does not compile.
pub(crate) struct Failure {
    pub(crate) text: String,
    pub(crate) offset: usize,
}

impl Pattern {
    pub(crate) fn compile(text: &[u8], options: u32, extra: u32) -> Result<Rc<Pattern>, Failure> {
        let contexts = contexts();
        // SAFETY: all pointers are live; the pattern's bytes are copied by the library.
        unsafe {
            pcre2_set_compile_extra_options_8(contexts.compile, PCRE2_EXTRA_ALLOW_LOOKAROUND_BSK | extra);
            let (mut error, mut offset) = (0, 0);
            let code = pcre2_compile_8(text.as_ptr(), text.len(), options, &mut error, &mut offset, contexts.compile);
            if code.is_null() {
                return Err(Failure { text: error_text(error), offset });
            }
            let mut jit_size: usize = 0;
            if contexts.jit && pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) >= 0 {
                pcre2_pattern_info_8(code, PCRE2_INFO_JITSIZE, (&raw mut jit_size).cast());
            }
            let mut captures: u32 = 0;
            pcre2_pattern_info_8(code, PCRE2_INFO_CAPTURECOUNT, (&raw mut captures).cast());
            let groups = captures as usize + 1;
            Ok(Rc::new(Pattern {
                code,
                data: pcre2_match_data_create_from_pattern_8(code, null_mut()),
                lent: Cell::new(false),
                is_utf: options & PCRE2_UTF != 0,
                jit: jit_size > 0,
                groups,
                names: names(code, groups),
            }))
        }
    }

    /// A matcher with offsets of its own.
    pub(crate) fn matcher(self: &Rc<Self>) -> Matcher {
        let lent = self.lent.replace(true);
        // SAFETY: a live pattern.
        let data = if lent { unsafe { pcre2_match_data_create_from_pattern_8(self.code, null_mut()) } } else { self.data };
        Matcher { pattern: self.clone(), data, owned: lent }
    }
}

impl Drop for Pattern {
    fn drop(&mut self) {
        // SAFETY: made by `compile`; matchers hold the pattern.
        unsafe {
            pcre2_match_data_free_8(self.data);
            pcre2_code_free_8(self.code);
        }
    }
}

unsafe fn names(code: *mut pcre2_code_8, groups: usize) -> Vec<Option<Str>> {
    let (mut count, mut size): (u32, u32) = (0, 0);
    let mut table: *const u8 = null();
    // SAFETY: the types are those that the library states for each question; the table has `count` entries of `size` bytes:
    // two for the group's number, then the name up to a NUL.
    unsafe {
        pcre2_pattern_info_8(code, PCRE2_INFO_NAMECOUNT, (&raw mut count).cast());
        if count == 0 {
            return Vec::new();
        }
        pcre2_pattern_info_8(code, PCRE2_INFO_NAMEENTRYSIZE, (&raw mut size).cast());
        pcre2_pattern_info_8(code, PCRE2_INFO_NAMETABLE, (&raw mut table).cast());
        let mut names = vec![None; groups];
        for entry in std::slice::from_raw_parts(table, (count * size) as usize).chunks(size as usize) {
            let group = usize::from(entry[0]) << 8 | usize::from(entry[1]);
            let name = entry[2..].split(|&byte| byte == 0).next().unwrap_or_default();
            names[group] = Some(Str::intern(name));
        }
        names
    }
}

fn error_text(code: i32) -> String {
    let mut buffer = [0u8; 128];
    // SAFETY: the buffer's length is given.
    let length = unsafe { pcre2_get_error_message_8(code, buffer.as_mut_ptr(), buffer.len()) };
    String::from_utf8_lossy(&buffer[..usize::try_from(length).unwrap_or(0)]).into_owned()
}

/// A subject that a UTF pattern has found to be valid, not to be checked again. Holding it keeps it as it is.
static VALID: Global<Option<Str>> = Global::new(None);

pub(crate) fn forget_valid() {
    drop(VALID.replace(None));
}

pub(crate) struct Matcher {
    pub(crate) pattern: Rc<Pattern>,
    data: *mut pcre2_match_data_8,
    owned: bool,
}

impl Drop for Matcher {
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: made for this matcher.
            unsafe { pcre2_match_data_free_8(self.data) };
        } else {
            self.pattern.lent.set(false);
        }
    }
}

impl Matcher {
    /// The first search in a subject: checks it if the pattern wants UTF-8. Groups set, or an error.
    pub(crate) fn first(&mut self, subject: &Str, offset: usize) -> i32 {
        if !self.pattern.is_utf || known_valid(subject, offset) {
            return self.next(subject, offset);
        }
        let count = self.search(subject, offset, 0);
        let refused = (PCRE2_ERROR_UTF8_ERR21..=PCRE2_ERROR_UTF8_ERR1).contains(&count) || count == PCRE2_ERROR_BADUTFOFFSET;
        if offset == 0 && !refused && subject.len() >= 64 {
            drop(VALID.replace(Some(subject.clone())));
        }
        count
    }

    /// A further search.
    #[inline]
    pub(crate) fn next(&mut self, subject: &Str, offset: usize) -> i32 {
        if !self.pattern.jit {
            return self.search(subject, offset, NO_UTF_CHECK);
        }
        // SAFETY: as in `search`; the offset lies within the subject.
        unsafe {
            let (text, length) = (subject.as_bytes().as_ptr(), subject.len());
            pcre2_jit_match_8(self.pattern.code, text, length, offset, NO_UTF_CHECK, self.data, contexts().matching)
        }
    }

    /// After an empty match: one at the same place that is not empty.
    pub(crate) fn not_empty_here(&mut self, subject: &Str, offset: usize) -> i32 {
        self.search(subject, offset, NO_UTF_CHECK | PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED)
    }

    fn search(&mut self, subject: &Str, offset: usize, options: u32) -> i32 {
        // SAFETY: live pattern and data; the subject lives during the call (and longer, with its caller).
        unsafe {
            let (text, length) = (subject.as_bytes().as_ptr(), subject.len());
            pcre2_match_8(self.pattern.code, text, length, offset, options, self.data, contexts().matching)
        }
    }

    /// Start and end of a group in the last match; None: it took no part.
    #[inline]
    pub(crate) fn group(&self, number: usize) -> Option<(usize, usize)> {
        assert!(number < self.pattern.groups);
        // SAFETY: the vector has two places for each group of the pattern.
        let (start, end) = unsafe {
            let offsets = pcre2_get_ovector_pointer_8(self.data);
            (*offsets.add(2 * number), *offsets.add(2 * number + 1))
        };
        (start != usize::MAX).then_some((start, end))
    }

    /// The name of the last `(*MARK)` passed.
    pub(crate) fn mark(&self) -> Option<Str> {
        // SAFETY: NULL, or a string that ends with NUL and lives in the pattern.
        unsafe {
            let mark = pcre2_get_mark_8(self.data);
            (!mark.is_null()).then(|| Str::new(std::ffi::CStr::from_ptr(mark.cast()).to_bytes()))
        }
    }
}

fn known_valid(subject: &Str, offset: usize) -> bool {
    if subject.len() < 64 && subject.is_ascii() {
        return true;
    }
    let known = VALID.with(|valid| valid.as_ref().is_some_and(|valid| valid.as_ptr() == subject.as_ptr()));
    known && (offset == subject.len() || subject[offset] & 0xc0 != 0x80)
}

/// Notes an error of a search for `preg_last_error`.
#[cold]
pub(crate) fn note_error(code: i32) {
    set_last_error(match code {
        PCRE2_ERROR_MATCHLIMIT => PREG_BACKTRACK_LIMIT_ERROR,
        PCRE2_ERROR_RECURSIONLIMIT => PREG_RECURSION_LIMIT_ERROR,
        PCRE2_ERROR_BADUTFOFFSET => PREG_BAD_UTF8_OFFSET_ERROR,
        PCRE2_ERROR_JIT_STACKLIMIT => PREG_JIT_STACKLIMIT_ERROR,
        PCRE2_ERROR_UTF8_ERR21..=PCRE2_ERROR_UTF8_ERR1 => PREG_BAD_UTF8_ERROR,
        _ => PREG_INTERNAL_ERROR,
    });
}
