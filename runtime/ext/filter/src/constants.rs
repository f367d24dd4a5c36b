//! The constants of filters and their flags.

use phpc_core::php_constants;

php_constants! {
    INPUT_POST: Int = 0;
    INPUT_GET: Int = 1;
    INPUT_COOKIE: Int = 2;
    INPUT_ENV: Int = 4;
    INPUT_SERVER: Int = 5;
    FILTER_FLAG_NONE: Int = 0;
    FILTER_REQUIRE_SCALAR: Int = 33554432;
    FILTER_REQUIRE_ARRAY: Int = 16777216;
    FILTER_FORCE_ARRAY: Int = 67108864;
    FILTER_NULL_ON_FAILURE: Int = 134217728;
    FILTER_VALIDATE_INT: Int = 257;
    FILTER_VALIDATE_BOOLEAN: Int = 258;
    FILTER_VALIDATE_BOOL: Int = 258;
    FILTER_VALIDATE_FLOAT: Int = 259;
    FILTER_VALIDATE_REGEXP: Int = 272;
    FILTER_VALIDATE_DOMAIN: Int = 277;
    FILTER_VALIDATE_URL: Int = 273;
    FILTER_VALIDATE_EMAIL: Int = 274;
    FILTER_VALIDATE_IP: Int = 275;
    FILTER_VALIDATE_MAC: Int = 276;
    FILTER_DEFAULT: Int = 516;
    FILTER_UNSAFE_RAW: Int = 516;
    FILTER_SANITIZE_STRING: Int = 513;
    FILTER_SANITIZE_STRIPPED: Int = 513;
    FILTER_SANITIZE_ENCODED: Int = 514;
    FILTER_SANITIZE_SPECIAL_CHARS: Int = 515;
    FILTER_SANITIZE_FULL_SPECIAL_CHARS: Int = 522;
    FILTER_SANITIZE_EMAIL: Int = 517;
    FILTER_SANITIZE_URL: Int = 518;
    FILTER_SANITIZE_NUMBER_INT: Int = 519;
    FILTER_SANITIZE_NUMBER_FLOAT: Int = 520;
    FILTER_SANITIZE_ADD_SLASHES: Int = 523;
    FILTER_CALLBACK: Int = 1024;
    FILTER_FLAG_ALLOW_OCTAL: Int = 1;
    FILTER_FLAG_ALLOW_HEX: Int = 2;
    FILTER_FLAG_STRIP_LOW: Int = 4;
    FILTER_FLAG_STRIP_HIGH: Int = 8;
    FILTER_FLAG_STRIP_BACKTICK: Int = 512;
    FILTER_FLAG_ENCODE_LOW: Int = 16;
    FILTER_FLAG_ENCODE_HIGH: Int = 32;
    FILTER_FLAG_ENCODE_AMP: Int = 64;
    FILTER_FLAG_NO_ENCODE_QUOTES: Int = 128;
    FILTER_FLAG_EMPTY_STRING_NULL: Int = 256;
    FILTER_FLAG_ALLOW_FRACTION: Int = 4096;
    FILTER_FLAG_ALLOW_THOUSAND: Int = 8192;
    FILTER_FLAG_ALLOW_SCIENTIFIC: Int = 16384;
    FILTER_FLAG_PATH_REQUIRED: Int = 262144;
    FILTER_FLAG_QUERY_REQUIRED: Int = 524288;
    FILTER_FLAG_IPV4: Int = 1048576;
    FILTER_FLAG_IPV6: Int = 2097152;
    FILTER_FLAG_NO_RES_RANGE: Int = 4194304;
    FILTER_FLAG_NO_PRIV_RANGE: Int = 8388608;
    FILTER_FLAG_GLOBAL_RANGE: Int = 268435456;
    FILTER_FLAG_HOSTNAME: Int = 1048576;
    FILTER_FLAG_EMAIL_UNICODE: Int = 1048576;
}

/// Filters by name.
pub(crate) const NAMES: &[(&str, i64)] = &[
    ("int", 257),
    ("boolean", 258),
    ("float", 259),
    ("validate_regexp", 272),
    ("validate_domain", 277),
    ("validate_url", 273),
    ("validate_email", 274),
    ("validate_ip", 275),
    ("validate_mac", 276),
    ("string", 513),
    ("stripped", 513),
    ("encoded", 514),
    ("special_chars", 515),
    ("full_special_chars", 522),
    ("unsafe_raw", 516),
    ("email", 517),
    ("url", 518),
    ("number_int", 519),
    ("number_float", 520),
    ("add_slashes", 523),
    ("callback", 1024),
];
