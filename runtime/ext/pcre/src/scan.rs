//! Going through all matches of a subject, empty ones included, as Perl's `/g` does.

use crate::pattern::{Matcher, NO_MATCH, note_error};
use crate::state::*;
use phpc_core::{Cx, Result, Str};

/// What to do after a match.
#[derive(PartialEq, Eq)]
pub(crate) enum Go {
    On,
    Stop,
}

/// Calls `each` for every match with the number of groups set. False: the search failed, and the error is noted.
pub(crate) fn each_match(
    cx: &mut Cx,
    matcher: &mut Matcher,
    subject: &Str,
    start: usize,
    each: &mut dyn FnMut(&mut Cx, &Matcher, usize) -> Result<Go>,
) -> Result<bool> {
    set_last_error(PREG_NO_ERROR);
    let mut at = start;
    let mut count = matcher.first(subject, at);
    loop {
        if count < 0 {
            return Ok(ended(count));
        }
        loop {
            let Some((from, to)) = matcher.group(0).filter(|(from, to)| from <= to) else {
                set_last_error(PREG_INTERNAL_ERROR);
                return Ok(false);
            };
            if each(cx, matcher, count as usize)? == Go::Stop {
                return Ok(true);
            }
            at = to;
            if from != to {
                break;
            }
            count = matcher.not_empty_here(subject, at);
            if count >= 0 {
                continue;
            }
            if count != NO_MATCH {
                return Ok(ended(count));
            }
            if at >= subject.len() {
                return Ok(true);
            }
            at += unit(matcher, subject, at);
            break;
        }
        count = matcher.next(subject, at);
    }
}

/// The end of the search: no match, or an error.
fn ended(count: i32) -> bool {
    if count != NO_MATCH {
        note_error(count);
    }
    count == NO_MATCH
}

/// Bytes of the character there.
fn unit(matcher: &Matcher, subject: &[u8], at: usize) -> usize {
    if !matcher.pattern.is_utf {
        return 1;
    }
    1 + subject[at + 1..].iter().take_while(|&&byte| byte & 0xc0 == 0x80).count()
}
