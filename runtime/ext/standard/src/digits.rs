//! Numbers as digits, made in a buffer of the caller's.

/// Room for [`fixed`].
pub(crate) type FixedBuffer = [u8; 40];
/// Room for [`radix`].
pub(crate) type RadixBuffer = [u8; 64];

/// A number that is not negative with so many places behind the point, exact ties to the even digit. None: it is too large, or
/// wants too many places, for arithmetic in words.
pub(crate) fn fixed(size: f64, places: usize, buffer: &mut FixedBuffer) -> Option<&[u8]> {
    const MOST: usize = 15;
    let bits = size.to_bits();
    let exponent = (bits >> 52) as i32;
    let mantissa = bits & ((1 << 52) - 1);
    // value = mantissa / 2^shift
    let (mantissa, shift) = if exponent == 0 { (mantissa, 1074) } else { (mantissa | 1 << 52, 1075 - exponent) };
    if places > MOST || !(0..2048).contains(&shift) || exponent >= 2047 {
        return None;
    }
    let scale = 10u64.pow(places as u32);
    let (mut whole, mut fraction) = match shift {
        0..64 => (mantissa >> shift, mantissa & !(u64::MAX << shift)),
        _ => (0, mantissa),
    };
    // Less than 2^53 * 10^15, so that half of 2^127 is never reached.
    let scaled = u128::from(fraction) * u128::from(scale);
    let up = if (1..128).contains(&shift) {
        let rest = scaled & !(u128::MAX << shift);
        fraction = (scaled >> shift) as u64;
        let odd = if places == 0 { whole & 1 } else { fraction & 1 };
        let half = 1u128 << (shift - 1);
        rest > half || rest == half && odd == 1
    } else {
        fraction = 0;
        false
    };
    fraction += u64::from(up && places != 0);
    if up && places == 0 || fraction == scale {
        whole += 1;
        fraction = 0;
    }
    let mut at = buffer.len();
    for _ in 0..places {
        at -= 1;
        buffer[at] = b'0' + (fraction % 10) as u8;
        fraction /= 10;
    }
    if places != 0 {
        at -= 1;
        buffer[at] = b'.';
    }
    loop {
        at -= 1;
        buffer[at] = b'0' + (whole % 10) as u8;
        whole /= 10;
        if whole == 0 {
            return Some(&buffer[at..]);
        }
    }
}

/// Digits of `bits` bits each: 1, 3 or 4.
pub(crate) fn radix(mut number: u64, bits: u32, upper: bool, buffer: &mut RadixBuffer) -> &[u8] {
    let digits: &[u8; 16] = if upper { b"0123456789ABCDEF" } else { b"0123456789abcdef" };
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = digits[(number & ((1 << bits) - 1)) as usize];
        number >>= bits;
        if number == 0 {
            return &buffer[at..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What std's exact formatting gives, for numbers of all sizes.
    #[test]
    fn fixed_is_exact() {
        let mut seed = 1u64;
        let mut numbers = vec![0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 1e15, 9007199254740991.0, 4503599627370495.5, 5e-324, 0.999999, 9.995];
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            numbers.push((seed >> 11) as f64 / f64::powi(2.0, (seed % 70) as i32));
            numbers.push(f64::from_bits(seed >> 1));
        }
        for number in numbers.into_iter().filter(|number| number.is_finite()) {
            for places in 0..16 {
                if let Some(digits) = fixed(number, places, &mut [0; 40]) {
                    assert_eq!(String::from_utf8_lossy(digits), format!("{number:.places$}"), "{number:e} to {places} places");
                }
            }
        }
    }

    #[test]
    fn radix_is_as_std() {
        for number in [0, 1, 255, 4096, u64::MAX, 1 << 63] {
            assert_eq!(radix(number, 4, false, &mut [0; 64]), format!("{number:x}").as_bytes());
            assert_eq!(radix(number, 3, false, &mut [0; 64]), format!("{number:o}").as_bytes());
            assert_eq!(radix(number, 1, false, &mut [0; 64]), format!("{number:b}").as_bytes());
        }
    }
}
