#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| homepack_fuzz::docx(bytes));
