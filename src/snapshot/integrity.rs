//! Whether a file is the one that the manifest names.

use sha2::{Digest, Sha256};

use super::finding::{Code, Finding};

/// The SHA-256 of `bytes` in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as a manifest writes a digest: lower-case hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Checks a file against its length in bytes and its SHA-256.
///
/// # Errors
/// A finding that says which of the two differs.
pub fn verify(bytes: &[u8], length: u64, digest: &str) -> Result<(), Finding> {
    compare([bytes.len() as u64, length], || sha256(bytes), digest)
}

/// The same, where the length found and the one expected are known, and what computes the digest.
///
/// # Errors
/// A finding that says which of the two differs.
pub fn compare(
    [found, length]: [u64; 2],
    sha256: impl FnOnce() -> String,
    digest: &str,
) -> Result<(), Finding> {
    if found != length {
        let (expected, found) = (format!("{length} B"), format!("{found} B"));
        return Err(Finding::error(Code::Integrity, "", &expected, &found));
    }
    let found = sha256();
    if found.eq_ignore_ascii_case(digest) {
        Ok(())
    } else {
        Err(Finding::error(Code::Integrity, "", &format!("SHA-256 {digest}"), &format!("SHA-256 {found}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_length_and_digest() {
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), digest);
        assert!(verify(b"abc", 3, digest).is_ok());
        assert_eq!(verify(b"abc", 4, digest).unwrap_err().found, "3 B");
        assert!(verify(b"abd", 3, digest).unwrap_err().expected.starts_with("SHA-256 ba78"));
    }
}
