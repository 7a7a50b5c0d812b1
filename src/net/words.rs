//! What went wrong with TLS, in words.

use std::io;

use rustls::{CertificateError, Error, OtherError};

/// What went wrong with TLS, in words.
#[must_use]
pub fn words(error: &io::Error) -> String {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
        Some(Error::InvalidCertificate(CertificateError::Other(OtherError(why)))) => why.to_string(),
        Some(Error::InvalidCertificate(error)) => described(error, None),
        Some(Error::InvalidMessage(_)) => {
            "what answers there speaks no TLS: check the port, and whether a proxy or a sign-in page answers".to_owned()
        }
        Some(error) => error.to_string(),
        None if error.kind() == io::ErrorKind::UnexpectedEof => {
            "the connection was cut: a firewall may forbid it".to_owned()
        }
        None => error.to_string(),
    }
}

/// Why a certificate is not trusted, and whose word it would take.
pub(super) fn described(error: &CertificateError, issuer: Option<&str>) -> String {
    let issuer = issuer.map_or_else(|| "an authority without a name".to_owned(), |issuer| format!("{issuer:?}"));
    match error {
        CertificateError::UnknownIssuer => format!(
            "its certificate was issued by {issuer}, whom this machine does not trust; if that is your own authority, or \
             one that inspects connections, name its certificate in SSL_CERT_FILE or tls.ca_file"
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            format!("its certificate (issued by {issuer}) has expired, or this machine's clock is wrong")
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            format!("its certificate (issued by {issuer}) is not valid yet, or this machine's clock is wrong")
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!("its certificate (issued by {issuer}) is for another name")
        }
        other => format!("its certificate (issued by {issuer}) is not accepted: {other}"),
    }
}
