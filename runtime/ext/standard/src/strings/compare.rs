//! Comparing strings: by bytes, without case, in natural order.

use crate::prelude::*;
use std::cmp::Ordering;

pub(crate) static FUNCTIONS: Functions =
    functions![strcmp, strcasecmp, strncmp, strncasecmp, strcoll, strnatcmp, strnatcasecmp, similar_text, levenshtein, soundex];

fn sign(ordering: Ordering) -> i64 {
    ordering as i64
}

/// The difference of the first bytes that differ, else the order of the lengths.
pub(crate) fn compare_bytes(left: &[u8], right: &[u8]) -> i64 {
    match left.iter().zip(right).find(|(a, b)| a != b) {
        Some((&a, &b)) => a as i64 - b as i64,
        None => sign(left.len().cmp(&right.len())),
    }
}

pub(crate) fn compare_insensitive(left: &[u8], right: &[u8]) -> i64 {
    for (&a, &b) in left.iter().zip(right) {
        let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
        if a != b {
            return a as i64 - b as i64;
        }
    }
    sign(left.len().cmp(&right.len()))
}

#[php_function("strcmp(string $string1, string $string2): int", PURE)]
fn strcmp(string1: &Str, string2: &Str) -> i64 {
    compare_bytes(string1, string2)
}

#[php_function("strcasecmp(string $string1, string $string2): int", PURE)]
fn strcasecmp(string1: &Str, string2: &Str) -> i64 {
    compare_insensitive(string1, string2)
}

#[php_function("strcoll(string $string1, string $string2): int", AMBIENT)]
fn strcoll(string1: &Str, string2: &Str) -> i64 {
    compare_bytes(string1, string2)
}

fn prefix(text: &Str, length: i64) -> &[u8] {
    &text[..text.len().min(length as usize)]
}

#[php_function("strncmp(string $string1, string $string2, int $length): int", THROWS)]
fn strncmp(cx: &mut Cx, string1: &Str, string2: &Str, length: i64) -> Result<i64> {
    if length < 0 {
        return Err(value_error(cx, 3, "must be greater than or equal to 0"));
    }
    Ok(compare_bytes(prefix(string1, length), prefix(string2, length)))
}

#[php_function("strncasecmp(string $string1, string $string2, int $length): int", THROWS)]
fn strncasecmp(cx: &mut Cx, string1: &Str, string2: &Str, length: i64) -> Result<i64> {
    if length < 0 {
        return Err(value_error(cx, 3, "must be greater than or equal to 0"));
    }
    Ok(compare_insensitive(prefix(string1, length), prefix(string2, length)))
}

#[php_function("strnatcmp(string $string1, string $string2): int", PURE)]
fn strnatcmp(string1: &Str, string2: &Str) -> i64 {
    sign(natural(string1, string2, false))
}

#[php_function("strnatcasecmp(string $string1, string $string2): int", PURE)]
fn strnatcasecmp(string1: &Str, string2: &Str) -> i64 {
    sign(natural(string1, string2, true))
}

/// Natural order: runs of digits compare as numbers, those with leading zeros as fractions.
pub(crate) fn natural(left: &[u8], right: &[u8], fold_case: bool) -> Ordering {
    if left.is_empty() || right.is_empty() {
        return left.len().min(1).cmp(&right.len().min(1));
    }
    let skip_zeros = |text: &[u8]| {
        let mut at = 0;
        while at + 1 < text.len() && text[at] == b'0' && text[at + 1].is_ascii_digit() {
            at += 1;
        }
        at
    };
    let (mut a, mut b) = (skip_zeros(left), skip_zeros(right));
    loop {
        let skip_spaces = |text: &[u8], mut at: usize| {
            while at < text.len() && (text[at].is_ascii_whitespace() || text[at] == 0x0b) {
                at += 1;
            }
            at
        };
        a = skip_spaces(left, a);
        b = skip_spaces(right, b);
        let (ca, cb) = (left.get(a).copied(), right.get(b).copied());
        if let (Some(x), Some(y)) = (ca, cb)
            && x.is_ascii_digit()
            && y.is_ascii_digit()
        {
            let fractional = x == b'0' || y == b'0';
            let ordering = if fractional { compare_left(left, &mut a, right, &mut b) } else { compare_right(left, &mut a, right, &mut b) };
            if ordering != Ordering::Equal {
                return ordering;
            }
            match (a >= left.len(), b >= right.len()) {
                (true, true) => return Ordering::Equal,
                (true, false) => return Ordering::Less,
                (false, true) => return Ordering::Greater,
                _ => continue,
            }
        }
        let fold = |byte: u8| if fold_case { byte.to_ascii_uppercase() } else { byte };
        let (x, y) = (ca.map_or(0, fold), cb.map_or(0, fold));
        if x != y {
            return x.cmp(&y);
        }
        a += 1;
        b += 1;
        match (a >= left.len(), b >= right.len()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            _ => {}
        }
    }
}

/// The longer run of digits is the bigger number; of equally long ones the first difference decides.
fn compare_right(left: &[u8], a: &mut usize, right: &[u8], b: &mut usize) -> Ordering {
    let mut bias = Ordering::Equal;
    loop {
        let x = left.get(*a).copied().filter(u8::is_ascii_digit);
        let y = right.get(*b).copied().filter(u8::is_ascii_digit);
        match (x, y) {
            (None, None) => return bias,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if bias == Ordering::Equal => bias = x.cmp(&y),
            _ => {}
        }
        *a += 1;
        *b += 1;
    }
}

fn compare_left(left: &[u8], a: &mut usize, right: &[u8], b: &mut usize) -> Ordering {
    loop {
        let x = left.get(*a).copied().filter(u8::is_ascii_digit);
        let y = right.get(*b).copied().filter(u8::is_ascii_digit);
        match (x, y) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x != y => return x.cmp(&y),
            _ => {}
        }
        *a += 1;
        *b += 1;
    }
}

#[php_function("similar_text(string $string1, string $string2, &$percent = null): int")]
fn similar_text(string1: &Str, string2: &Str, percent: &Value) -> i64 {
    let similar = similar(string1, string2);
    if let Some(cell) = percent.as_reference() {
        let total = string1.len() + string2.len();
        cell.set(Value::float(if total == 0 { 0.0 } else { similar as f64 * 2.0 * 100.0 / total as f64 }));
    }
    similar as i64
}

/// Length of the longest common part, plus what is similar left and right of it.
fn similar(left: &[u8], right: &[u8]) -> usize {
    let mut sum = 0;
    let mut work = vec![(left, right)];
    while let Some((left, right)) = work.pop() {
        let (mut best, mut at, mut to, mut count) = (0, 0, 0, 0);
        for i in 0..left.len() {
            if left.len() - i <= best {
                break;
            }
            for j in 0..right.len() {
                if right.len() - j <= best {
                    break;
                }
                let length = left[i..].iter().zip(&right[j..]).take_while(|(a, b)| a == b).count();
                if length > best {
                    (best, at, to) = (length, i, j);
                    count += 1;
                }
            }
        }
        if best == 0 {
            continue;
        }
        sum += best;
        if at > 0 && to > 0 && count > 1 {
            work.push((&left[..at], &right[..to]));
        }
        if at + best < left.len() && to + best < right.len() {
            work.push((&left[at + best..], &right[to + best..]));
        }
    }
    sum
}

#[php_function(
    "levenshtein(string $string1, string $string2, int $insertion_cost = 1, int $replacement_cost = 1, int $deletion_cost = 1): int",
    PURE
)]
fn levenshtein(string1: &Str, string2: &Str, insertion: i64, replacement: i64, deletion: i64) -> i64 {
    if string1.is_empty() {
        return string2.len() as i64 * insertion;
    }
    if string2.is_empty() {
        return string1.len() as i64 * deletion;
    }
    let mut row: Vec<i64> = (0..=string2.len() as i64).map(|at| at * insertion).collect();
    for &a in string1.iter() {
        let mut next = Vec::with_capacity(row.len());
        next.push(row[0] + deletion);
        for (at, &b) in string2.iter().enumerate() {
            let replaced = row[at] + if a == b { 0 } else { replacement };
            next.push(replaced.min(row[at + 1] + deletion).min(next[at] + insertion));
        }
        row = next;
    }
    row[string2.len()]
}

#[php_function("soundex(string $string): string", PURE)]
fn soundex(string: &Str) -> Str {
    const CODES: &[u8; 26] = b"01230120022455012623010202";
    // H and W do not separate letters of the same code, vowels do.
    let mut out = Vec::new();
    let mut last = 0;
    for letter in string.iter().filter(|byte| byte.is_ascii_alphabetic()).map(u8::to_ascii_uppercase) {
        let code = CODES[(letter - b'A') as usize];
        if out.is_empty() {
            out.push(letter);
            last = code;
        } else if letter == b'H' || letter == b'W' {
            continue;
        } else if code != last {
            last = code;
            if code != b'0' {
                out.push(code);
            }
        }
        if out.len() == 4 {
            break;
        }
    }
    out.resize(4, b'0');
    out.into()
}
