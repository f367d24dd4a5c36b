//! Clocks and waiting.

use crate::prelude::*;
use phpc_core::engine::output;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub(crate) static FUNCTIONS: Functions = functions![microtime, hrtime, gettimeofday, sleep, usleep, time_nanosleep, time_sleep_until, getrusage];

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

#[php_function("microtime(bool $as_float = false): string|float", AMBIENT)]
fn microtime(as_float: bool) -> Value {
    let now = now();
    if as_float {
        return Value::float(now.as_micros() as f64 / 1e6);
    }
    Value::string(format!("{:.8} {}", now.subsec_micros() as f64 / 1e6, now.as_secs()))
}

fn monotonic() -> libc::timespec {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: a live timespec.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut time) };
    time
}

#[php_function("hrtime(bool $as_number = false): array|int|float|false", AMBIENT)]
fn hrtime(as_number: bool) -> Value {
    let time = monotonic();
    if as_number {
        return Value::int(time.tv_sec * 1_000_000_000 + time.tv_nsec);
    }
    Array::from_ints(&[time.tv_sec, time.tv_nsec]).into()
}

#[php_function("gettimeofday(bool $as_float = false): array|float", AMBIENT)]
fn gettimeofday(as_float: bool) -> Value {
    let now = now();
    if as_float {
        return Value::float(now.as_micros() as f64 / 1e6);
    }
    let mut result = Array::new();
    result.set_bytes(b"sec", now.as_secs() as i64);
    result.set_bytes(b"usec", now.subsec_micros() as i64);
    result.set_bytes(b"minuteswest", 0i64);
    result.set_bytes(b"dsttime", 0i64);
    result.into()
}

fn wait(time: Duration) {
    output::flush_stdout();
    std::thread::sleep(time);
}

#[php_function("sleep(int $seconds): int", THROWS | AMBIENT)]
fn sleep(cx: &mut Cx, seconds: i64) -> Result<i64> {
    if seconds < 0 {
        return Err(value_error(cx, 1, "must be greater than or equal to 0"));
    }
    wait(Duration::from_secs(seconds as u64));
    Ok(0)
}

#[php_function("usleep(int $microseconds): void", THROWS | AMBIENT)]
fn usleep(cx: &mut Cx, microseconds: i64) -> Result {
    if microseconds < 0 {
        return Err(value_error(cx, 1, "must be greater than or equal to 0"));
    }
    wait(Duration::from_micros(microseconds as u64));
    Ok(())
}

#[php_function("time_nanosleep(int $seconds, int $nanoseconds): array|bool", THROWS | AMBIENT)]
fn time_nanosleep(cx: &mut Cx, seconds: i64, nanoseconds: i64) -> Result<bool> {
    if seconds < 0 {
        return Err(value_error(cx, 1, "must be greater than or equal to 0"));
    }
    if nanoseconds < 0 {
        return Err(value_error(cx, 2, "must be greater than or equal to 0"));
    }
    wait(Duration::new(seconds as u64, nanoseconds.min(999_999_999) as u32));
    Ok(true)
}

#[php_function("time_sleep_until(float $timestamp): bool", WARNS | AMBIENT)]
fn time_sleep_until(cx: &mut Cx, timestamp: f64) -> Result<bool> {
    let left = timestamp - now().as_secs_f64();
    if left <= 0.0 {
        warning(cx, "Argument #1 ($timestamp) must be greater than or equal to the current time")?;
        return Ok(false);
    }
    wait(Duration::from_secs_f64(left));
    Ok(true)
}

#[php_function("getrusage(int $mode = 0): array|false", AMBIENT)]
fn getrusage(mode: i64) -> OrFalse<Array> {
    let who = if mode == 1 { libc::RUSAGE_CHILDREN } else { libc::RUSAGE_SELF };
    // SAFETY: all zeroes is a valid rusage, which the call fills.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        if libc::getrusage(who, &mut usage) != 0 {
            return OrFalse::NO;
        }
        usage
    };
    let mut result = Array::new();
    for (name, value) in [
        ("ru_oublock", usage.ru_oublock),
        ("ru_inblock", usage.ru_inblock),
        ("ru_msgsnd", usage.ru_msgsnd),
        ("ru_msgrcv", usage.ru_msgrcv),
        ("ru_maxrss", usage.ru_maxrss),
        ("ru_ixrss", usage.ru_ixrss),
        ("ru_idrss", usage.ru_idrss),
        ("ru_minflt", usage.ru_minflt),
        ("ru_majflt", usage.ru_majflt),
        ("ru_nsignals", usage.ru_nsignals),
        ("ru_nvcsw", usage.ru_nvcsw),
        ("ru_nivcsw", usage.ru_nivcsw),
        ("ru_nswap", usage.ru_nswap),
        ("ru_utime.tv_usec", usage.ru_utime.tv_usec),
        ("ru_utime.tv_sec", usage.ru_utime.tv_sec),
        ("ru_stime.tv_usec", usage.ru_stime.tv_usec),
        ("ru_stime.tv_sec", usage.ru_stime.tv_sec),
    ] {
        result.set_bytes(name.as_bytes(), value);
    }
    result.into()
}

/// The time for lines of the error log, UTC.
pub(crate) fn log_stamp() -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let seconds = now().as_secs() as libc::time_t;
    // SAFETY: all zeroes is a valid tm, which the call fills.
    let parts = unsafe {
        let mut parts: libc::tm = std::mem::zeroed();
        libc::gmtime_r(&seconds, &mut parts);
        parts
    };
    format!(
        "{:02}-{}-{} {:02}:{:02}:{:02} UTC",
        parts.tm_mday,
        MONTHS[parts.tm_mon as usize % 12],
        parts.tm_year + 1900,
        parts.tm_hour,
        parts.tm_min,
        parts.tm_sec
    )
}

