//! TLS, and who is trusted: the built-in authorities (Mozilla's list), those of this machine or of `SSL_CERT_FILE` and
//! `SSL_CERT_DIR`, and those of a file in the settings. A certificate that is not trusted is described, with its issuer: who
//! inspects a company's connections is found by that name.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, OtherError, RootCertStore, SignatureScheme,
};
use rustls_native_certs::{load_certs_from_paths, load_native_certs};
use tokio_rustls::TlsConnector;
use webpki::EndEntityCert;

use crate::config::Env;
use crate::net::words::described;
use crate::net::{SetupError, Stream};

/// Who is trusted.
pub(super) struct Trust {
    config: Arc<ClientConfig>,
    added: Vec<CertificateDer<'static>>,
    notes: Vec<String>,
}

impl Trust {
    /// The built-in authorities.
    pub(super) fn built_in() -> Self {
        Self::adding(Vec::new(), Vec::new())
    }

    /// The built-in authorities, this machine's (or those of the environment), and those in the file of `tls.ca_file`.
    pub(super) fn new(env: &Env, file: Option<&Path>) -> Result<Self, SetupError> {
        let (in_file, in_folder) = (env.get("SSL_CERT_FILE"), env.get("SSL_CERT_DIR"));
        let (certs, errors) = match (in_file, in_folder) {
            // A machine without a list of its own is none to worry about.
            (None, None) => (load_native_certs().certs, Vec::new()),
            (file, folder) => {
                let found = load_certs_from_paths(file.map(Path::new), folder.map(Path::new));
                (found.certs, found.errors)
            }
        };
        let mut notes: Vec<String> =
            errors.iter().map(|error| format!("SSL_CERT_FILE or SSL_CERT_DIR: {error}")).collect();
        if let Some(file) = in_file.filter(|_| certs.is_empty() && notes.is_empty()) {
            notes.push(format!("SSL_CERT_FILE {file}: it holds no certificates in PEM"));
        }
        let trust = Self::adding(certs, notes);
        match file {
            Some(file) => trust.with(read("tls.ca_file", file)?),
            None => Ok(trust),
        }
    }

    /// The same, trusting the authorities in the file of `mail.ca_file`, too.
    pub(super) fn with_file(&self, file: &Path) -> Result<Self, SetupError> {
        self.with(read("mail.ca_file", file)?)
    }

    fn with(&self, more: Vec<CertificateDer<'static>>) -> Result<Self, SetupError> {
        Ok(Self::adding([self.added.clone(), more].concat(), self.notes.clone()))
    }

    fn adding(added: Vec<CertificateDer<'static>>, notes: Vec<String>) -> Self {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        // A machine's list may hold what rustls does not read.
        let added: Vec<_> = added.into_iter().filter(|one| roots.add(one.clone()).is_ok()).collect();
        let provider = Arc::new(ring::default_provider());
        let inner = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build();
        let inner = inner.expect("there are built-in authorities, and no lists of revoked certificates");
        let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .expect("ring speaks the usual versions of TLS")
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Verifier { inner, provider }))
            .with_no_client_auth();
        Self { config: Arc::new(config), added, notes }
    }

    pub(super) fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Encrypts a connection to a host.
    pub(super) async fn handshake(&self, stream: Stream, host: &str) -> io::Result<Stream> {
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "no certificate can hold for such a name"))?;
        let peer = stream.peer();
        let encrypted = TlsConnector::from(Arc::clone(&self.config)).connect(name, stream).await?;
        Ok(Stream::with(encrypted, peer))
    }
}

/// The certificates in a file.
fn read(what: &'static str, file: &Path) -> Result<Vec<CertificateDer<'static>>, SetupError> {
    let pem = std::fs::read(file).map_err(|error| SetupError::Unreadable { what, path: file.to_owned(), error })?;
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match certificates {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        _ => Err(SetupError::NoCertificates { what, path: file.to_owned() }),
    }
}

/// Checks certificates as rustls does, and adds to its refusal who issued them.
#[derive(Debug)]
struct Verifier {
    inner: Arc<WebPkiServerVerifier>,
    provider: Arc<CryptoProvider>,
}

/// A certificate that is not trusted.
#[derive(Debug)]
struct Untrusted(String);

impl fmt::Display for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Untrusted {}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verified = self.inner.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        verified.map_err(|error| match error {
            Error::InvalidCertificate(why) => {
                // The last one that was sent is the nearest to its authority.
                let told = described(&why, issuer(intermediates.last().unwrap_or(end_entity)).as_deref());
                Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(Untrusted(told)))))
            }
            other => other,
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.inner.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.inner.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// The name of a certificate's issuer: its common name, else its organisation. Only for words: what is trusted does not
/// depend on it.
fn issuer(certificate: &CertificateDer<'_>) -> Option<String> {
    /// The object identifiers 2.5.4.3 and 2.5.4.10 in DER.
    const NAMES: [[u8; 5]; 2] = [[6, 3, 85, 4, 3], [6, 3, 85, 4, 10]];
    let certificate = EndEntityCert::try_from(certificate).ok()?;
    let issuer = certificate.issuer();
    NAMES.iter().find_map(|name| {
        let at = issuer.windows(name.len()).position(|part| part == name)? + name.len();
        // A tag, a length of one byte, and the text.
        let length = usize::from(*issuer.get(at + 1)?);
        issuer.get(at + 2..at + 2 + length).map(|text| String::from_utf8_lossy(text).into_owned())
    })
}
