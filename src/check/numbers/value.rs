//! A number as a value, whatever it was written in.

use std::fmt;

/// A number that is not negative, in parts of a unit: exact for what prose writes, and for the results of computers, which
/// have so many decimals and no more that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Value(u128);

const DECIMALS: u32 = 15;
const UNIT: u128 = 10_u128.pow(DECIMALS);
/// Above it nothing is read: no prose counts so far.
const MOST: u128 = 10_u128.pow(38);

impl Value {
    pub(super) fn whole(number: u64) -> Value {
        Value(u128::from(number) * UNIT)
    }

    /// From digits of the whole part and of the fraction, each from 0 to 9; none if there are too many.
    pub(super) fn decimal(
        whole: impl Iterator<Item = u8>,
        fraction: impl Iterator<Item = u8>,
    ) -> Option<Value> {
        let mut value = 0_u128;
        for digit in whole {
            value = value * 10 + u128::from(digit);
            if value > MOST / UNIT {
                return None;
            }
        }
        let (mut scale, mut small) = (UNIT, 0_u128);
        for digit in fraction {
            scale /= 10;
            small += scale * u128::from(digit);
        }
        Some(Value(value * UNIT + small))
    }

    /// A fraction; none if it is not exact in so many decimals.
    pub(super) fn fraction(above: u64, below: u64) -> Option<Value> {
        let (above, below) = (u128::from(above) * UNIT, u128::from(below));
        (below > 0 && above.is_multiple_of(below)).then(|| Value(above / below))
    }

    pub(super) fn half() -> Value {
        Value(UNIT / 2)
    }

    pub(super) fn one_and_half() -> Value {
        Value(UNIT / 2 * 3)
    }

    /// Divided by another one; none if that leaves a fraction.
    pub(super) fn over(self, other: Value) -> Option<u64> {
        if other.is_zero() || !self.0.is_multiple_of(other.0) {
            return None;
        }
        u64::try_from(self.0 / other.0).ok()
    }

    /// Times a whole number.
    pub(super) fn by(self, factor: u64) -> Value {
        Value(self.0.saturating_mul(u128::from(factor)).min(MOST))
    }

    /// Times ten to the power.
    pub(super) fn times(self, power: u8) -> Value {
        let factor = 10_u128.checked_pow(u32::from(power)).unwrap_or(MOST);
        Value(self.0.saturating_mul(factor).min(MOST))
    }

    pub(super) fn plus(self, other: Value) -> Value {
        Value((self.0 + other.0).min(MOST))
    }

    /// The value, nearly: for what is rounded anyway.
    pub(super) fn as_f64(self) -> f64 {
        self.0 as f64 / UNIT as f64
    }

    /// The value, if it is a whole number of common size: a thousand of it can be counted in its type.
    pub(super) fn as_whole(self) -> Option<u64> {
        /// A unit is made of as many fives, and as many twos, as it has decimals.
        const FIVES: u64 = 5_u64.pow(DECIMALS);
        const LARGEST: u64 = u64::MAX / 1000;
        if self.0.trailing_zeros() < DECIMALS {
            return None;
        }
        // Dividing is dear where 64 bits don't do.
        let halved = self.0 >> DECIMALS;
        if let Ok(small) = u64::try_from(halved) {
            return if small.is_multiple_of(FIVES) { Some(small / FIVES) } else { None };
        }
        let whole = self.0.is_multiple_of(UNIT).then(|| u64::try_from(self.0 / UNIT).ok())?;
        whole.filter(|whole| *whole <= LARGEST)
    }

    /// Whether another one, written with so many decimals, is this one rounded.
    pub(super) fn rounds_to(self, other: Value, decimals: usize) -> bool {
        self != other && self.0.abs_diff(other.0) <= step(decimals) / 2
    }

    /// Whether another one, written with so many decimals, is this one cut off.
    pub(super) fn cuts_to(self, other: Value, decimals: usize) -> bool {
        self.0.checked_sub(other.0).is_some_and(|rest| rest > 0 && rest < step(decimals))
    }

    /// Whether it ends in a half.
    pub(super) fn is_half(self) -> bool {
        self.0 % UNIT == UNIT / 2
    }

    pub(super) fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// What the last of so many decimals counts.
fn step(decimals: usize) -> u128 {
    10_u128.pow(DECIMALS - u32::try_from(decimals).unwrap_or(DECIMALS).min(DECIMALS))
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0 / UNIT)?;
        let fraction = format!("{:0width$}", self.0 % UNIT, width = DECIMALS as usize);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}

/// What a fraction in one sign says: 3 and 4 for ¾.
pub(super) fn vulgar(c: char) -> Option<(u64, u64)> {
    Some(match c {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

/// The digits of a text, whatever stands between them.
pub(super) fn digits(text: &str) -> Vec<u8> {
    text.chars().filter_map(digit).collect()
}

/// The value of a Roman numeral in capitals, if the letters are one.
pub(super) fn roman(letters: &str) -> Option<u64> {
    let digit = |byte| match byte {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        b'D' => Some(500),
        b'M' => Some(1000),
        _ => None,
    };
    // Postcodes are shown as XXXX; four is IIII on clocks.
    if letters.is_empty() || letters.len() > 12 || letters.contains("XXXX") {
        return None;
    }
    let (mut value, mut last) = (0, 0);
    for byte in letters.bytes().rev() {
        let digit = digit(byte)?;
        if digit < last {
            value -= digit;
        } else {
            value += digit;
            last = digit;
        }
    }
    // Only the usual way of writing counts: IC or VX are initials. A longer one is mistyped.
    let usual = value > 0 && to_roman(value as u64) == letters;
    let mistyped = value > 0 && letters.len() > 2 && letters.bytes().all(|byte| b"IVX".contains(&byte));
    (usual || mistyped).then_some(value as u64)
}

fn to_roman(mut value: u64) -> String {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (size, sign) in SIGNS {
        while value >= size {
            out.push_str(sign);
            value -= size;
        }
    }
    out
}

/// A decimal digit of any script in use for numbers.
pub(super) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let code = c as u32;
    for zero in [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10]
    {
        if (zero..zero + 10).contains(&code) {
            return Some((code - zero) as u8);
        }
    }
    None
}
