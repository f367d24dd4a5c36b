//! The sorting algorithm: the same comparisons in the same order as PHP's, since comparators can be watched, and since
//! PHP's own comparison of mixed types is no order.

use crate::prelude::*;
use std::cmp::Ordering;

/// An element while it is sorted.
pub(crate) struct Entry {
    pub(crate) key: OwnedKey,
    /// A reference stays one.
    pub(crate) value: Value,
    /// Place before sorting: equal elements keep their order.
    pub(crate) place: u32,
}

impl Entry {
    pub(crate) fn list(array: &Array) -> Vec<Entry> {
        let entry = |(place, at)| Entry {
            key: array.key_at(at).into(),
            value: super::look::unshared(&array.value_at_raw(at)),
            place: place as u32,
        };
        array.positions().enumerate().map(entry).collect()
    }
    /// The value without the reference around it.
    pub(crate) fn plain(&self) -> Value {
        self.value.deref()
    }
}

/// Sorts; equal elements keep their order. When the comparator throws, the rest counts as equal.
pub(crate) fn sort(
    cx: &mut Cx,
    entries: &mut [Entry],
    mut compare: impl FnMut(&mut Cx, &Entry, &Entry) -> Result<Ordering>,
) -> Result {
    let mut failed = None;
    hybrid(entries, &mut |left, right| {
        let ordering = match failed {
            Some(_) => Ordering::Equal,
            None => compare(cx, left, right).unwrap_or_else(|thrown| {
                failed = Some(thrown);
                Ordering::Equal
            }),
        };
        ordering.then(left.place.cmp(&right.place)) == Ordering::Greater
    });
    failed.map_or(Ok(()), Err)
}

type Greater<'a, T> = &'a mut dyn FnMut(&T, &T) -> bool;

/// Insertion sort up to 16 elements, else quicksort whose pivot is the median of three, or of five for large inputs.
pub(crate) fn hybrid<T>(mut all: &mut [T], greater: Greater<T>) {
    while all.len() > 16 {
        let length = all.len();
        let middle = length / 2;
        if length >> 10 != 0 {
            let delta = middle / 2;
            sort5(all, [0, delta, middle, middle + delta, length - 1], greater);
        } else {
            sort3(all, [0, middle, length - 1], greater);
        }
        all.swap(1, middle);
        let split = partition(all, greater);
        all.swap(1, split - 1);
        // The smaller part first; the other in the next round.
        let (left, right) = all.split_at_mut(split);
        let left = &mut left[..split - 1];
        if left.len() < right.len() {
            hybrid(left, greater);
            all = right;
        } else {
            hybrid(right, greater);
            all = left;
        }
    }
    insertion(all, greater);
}

/// The pivot is element 1; returns the first place of the upper part.
fn partition<T>(all: &mut [T], greater: Greater<T>) -> usize {
    let (mut i, mut j) = (2, all.len() - 1);
    loop {
        while greater(&all[1], &all[i]) {
            i += 1;
            if i == j {
                return i;
            }
        }
        j -= 1;
        if j == i {
            return i;
        }
        while greater(&all[j], &all[1]) {
            j -= 1;
            if j == i {
                return i;
            }
        }
        all.swap(i, j);
        i += 1;
        if i == j {
            return i;
        }
    }
}

fn sort2<T>(all: &mut [T], a: usize, b: usize, greater: Greater<T>) -> bool {
    let swap = greater(&all[a], &all[b]);
    if swap {
        all.swap(a, b);
    }
    swap
}

fn sort3<T>(all: &mut [T], [a, b, c]: [usize; 3], greater: Greater<T>) {
    if !greater(&all[a], &all[b]) {
        if sort2(all, b, c, greater) {
            sort2(all, a, b, greater);
        }
        return;
    }
    if !greater(&all[c], &all[b]) {
        all.swap(a, c);
        return;
    }
    all.swap(a, b);
    sort2(all, b, c, greater);
}

fn sort4<T>(all: &mut [T], [a, b, c, d]: [usize; 4], greater: Greater<T>) {
    sort3(all, [a, b, c], greater);
    if sort2(all, c, d, greater) && sort2(all, b, c, greater) {
        sort2(all, a, b, greater);
    }
}

fn sort5<T>(all: &mut [T], [a, b, c, d, e]: [usize; 5], greater: Greater<T>) {
    sort4(all, [a, b, c, d], greater);
    if sort2(all, d, e, greater) && sort2(all, c, d, greater) && sort2(all, b, c, greater) {
        sort2(all, a, b, greater);
    }
}

fn insertion<T>(all: &mut [T], greater: Greater<T>) {
    match all.len() {
        0 | 1 => return,
        2 => {
            sort2(all, 0, 1, greater);
            return;
        }
        3 => return sort3(all, [0, 1, 2], greater),
        4 => return sort4(all, [0, 1, 2, 3], greater),
        5 => return sort5(all, [0, 1, 2, 3, 4], greater),
        _ => {}
    }
    for i in 1..all.len() {
        let mut j = i - 1;
        if !greater(&all[j], &all[i]) {
            continue;
        }
        if i < 6 {
            while j != 0 {
                j -= 1;
                if !greater(&all[j], &all[i]) {
                    j += 1;
                    break;
                }
            }
        } else {
            // In steps of two.
            loop {
                j -= 2;
                if !greater(&all[j], &all[i]) {
                    j += 1;
                    if !greater(&all[j], &all[i]) {
                        j += 1;
                    }
                    break;
                }
                if j == 0 {
                    break;
                }
                if j == 1 {
                    j = 0;
                    if greater(&all[i], &all[j]) {
                        j = 1;
                    }
                    break;
                }
            }
        }
        all[j..=i].rotate_right(1);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sorts() {
        for length in [0usize, 1, 2, 3, 4, 5, 6, 7, 16, 17, 100, 1023, 1024, 5000] {
            let mut seed = 12345u64;
            let mut numbers: Vec<u64> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                    seed >> 40
                })
                .collect();
            let mut expected = numbers.clone();
            expected.sort();
            super::hybrid(&mut numbers, &mut |a, b| a > b);
            assert_eq!(numbers, expected);
        }
    }
}
