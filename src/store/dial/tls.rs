//! TLS with a PostgreSQL server, checked as `psql` does it: `prefer` and `require` encrypt and check nothing, `verify-ca`
//! checks who signed the certificate, `verify-full` the name too. A server's self-signed certificate may be its own
//! authority. What cannot be checked is refused with the command that makes a certificate which can.

use std::path::Path;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_name;
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use rustls_native_certs::load_native_certs;
use sqlx::postgres::PgSslMode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio_rustls::TlsConnector;
use url::Url;

use crate::net;
use crate::store::dial::CA_FILE;
use crate::store::dial::stream::Stream;

/// "May we speak TLS?"
const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Check {
    Nothing,
    Signer,
    SignerAndName,
}

/// How TLS begins with one server.
pub(super) struct Tls {
    host: String,
    /// Whether to go on without TLS if the server has none.
    may_be_plain: bool,
    name: ServerName<'static>,
    connector: TlsConnector,
}

impl Tls {
    /// As an address asks for it.
    pub(super) fn of(mode: PgSslMode, host: &str, url: &Url) -> sqlx::Result<Self> {
        let given = |names: &[&str]| {
            url.query_pairs().find(|(name, _)| names.contains(&&**name)).map(|(_, value)| value.into_owned())
        };
        let file = |names: &[&str], variable: &str| given(names).or_else(|| std::env::var(variable).ok());
        let root = file(&["sslrootcert", "ssl-root-cert", "ssl-ca"], "PGSSLROOTCERT").filter(|root| root != "system");
        let check = match (mode, &root) {
            (PgSslMode::VerifyFull, _) => Check::SignerAndName,
            // As in psql: whoever names an authority wants it to be asked.
            (PgSslMode::VerifyCa, _) | (PgSslMode::Require, Some(_)) => Check::Signer,
            _ => Check::Nothing,
        };
        let wrong = |says: String| sqlx::Error::Configuration(says.into());
        let verifier = Verifier::new(check, root.as_deref(), given(&[CA_FILE]).as_deref());
        let verifier = Arc::new(verifier.map_err(wrong)?);
        let config = ClientConfig::builder_with_provider(Arc::clone(&verifier.provider))
            .with_safe_default_protocol_versions()
            .map_err(|error| wrong(error.to_string()))?
            .dangerous()
            .with_custom_certificate_verifier(verifier);
        let own = (file(&["sslcert", "ssl-cert"], "PGSSLCERT"), file(&["sslkey", "ssl-key"], "PGSSLKEY"));
        let config = match own {
            (Some(certificate), Some(key)) => {
                let chain = certificates(&certificate).map_err(wrong)?;
                let unread = |error| wrong(format!("sslkey={key}: {error}"));
                let key = PrivateKeyDer::from_pem_file(&key).map_err(unread)?;
                config
                    .with_client_auth_cert(chain, key)
                    .map_err(|error| wrong(format!("sslcert={certificate}: {error}")))?
            }
            (None, None) => config.with_no_client_auth(),
            _ => return Err(wrong("sslcert and sslkey need each other".to_owned())),
        };
        let name = ServerName::try_from(host.to_owned());
        let name = match name {
            Ok(name) => name,
            Err(error) if check == Check::SignerAndName => return Err(wrong(format!("{host}: {error}"))),
            // It is not asked for.
            Err(_) => ServerName::try_from("postgresql.invalid").expect("this is a name"),
        };
        let may_be_plain = matches!(mode, PgSslMode::Prefer);
        Ok(Self { host: host.to_owned(), may_be_plain, name, connector: TlsConnector::from(Arc::new(config)) })
    }

    /// Begins TLS, or goes on without it where the address allows that.
    pub(super) async fn begin(&self, mut stream: net::Stream) -> Result<Box<dyn Stream>, String> {
        let unanswered = |error: std::io::Error| error.to_string();
        stream.write_all(&SSL_REQUEST).await.map_err(unanswered)?;
        let mut answer = [0];
        stream.read_exact(&mut answer).await.map_err(unanswered)?;
        match answer[0] {
            b'S' => {}
            b'N' if self.may_be_plain => return Ok(Box::new(stream)),
            b'N' => {
                let says =
                    "it has no TLS: switch it on there (ssl = on), or set sslmode=disable if the way to it is safe";
                return Err(says.to_owned());
            }
            _ => return Err("it does not speak as a PostgreSQL: is it the right port?".to_owned()),
        }
        match self.connector.connect(self.name.clone(), stream).await {
            Ok(encrypted) => Ok(Box::new(encrypted)),
            Err(error) => Err(format!("TLS failed: {}", words(&error, &self.host))),
        }
    }
}

/// What is wrong with a certificate, and what to do.
fn words(error: &std::io::Error, host: &str) -> String {
    let name = if host.parse::<std::net::IpAddr>().is_ok() { format!("IP:{host}") } else { format!("DNS:{host}") };
    let told = error.get_ref().and_then(|error| error.downcast_ref::<rustls::Error>());
    let Some(rustls::Error::InvalidCertificate(why)) = told else { return error.to_string() };
    match why {
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => format!(
            "its certificate is not for {host} (a common name alone does not count). Make one that is: `openssl req -x509 \
             -newkey rsa:2048 -nodes -days 825 -keyout server.key -out server.crt -subj \"/CN={host}\" -addext \
             \"subjectAltName={name}\"`, or ask for less with sslmode=verify-ca"
        ),
        CertificateError::UnknownIssuer => {
            "the authority that signed its certificate is not trusted: name that authority's file in sslrootcert or tls.ca_file"
                .to_owned()
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "its certificate has expired".to_owned(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet: see the clocks of both machines".to_owned()
        }
        CertificateError::Other(other) if other.to_string().contains("UnsupportedCertVersion") => format!(
            "its certificate is of X.509 version 1, which says too little to be checked. Have it signed as version 3: `printf \
             'subjectAltName={name}' > san && openssl x509 -req -in server.csr -CA root.crt -CAkey root.key -CAcreateserial \
             -days 825 -extfile san -out server.crt`"
        ),
        _ => error.to_string(),
    }
}

fn certificates(file: &str) -> Result<Vec<CertificateDer<'static>>, String> {
    let read = CertificateDer::pem_file_iter(Path::new(file)).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    match read {
        Ok(found) if found.is_empty() => Err(format!("{file} holds no certificate in PEM")),
        read => read.map_err(|error| format!("{file} cannot be read: {error}")),
    }
}

#[derive(Debug)]
struct Verifier {
    check: Check,
    /// The authorities of files in the address, byte by byte.
    given: Vec<CertificateDer<'static>>,
    signer: Option<Arc<WebPkiServerVerifier>>,
    provider: Arc<CryptoProvider>,
}

impl Verifier {
    /// Trusts the authorities in `root` alone, as `psql` does; without it the built-in ones, those of this machine or of
    /// `SSL_CERT_FILE` and `SSL_CERT_DIR`, and those in `more`.
    fn new(check: Check, root: Option<&str>, more: Option<&str>) -> Result<Self, String> {
        let provider = Arc::new(ring::default_provider());
        let given = root.or(more).map_or(Ok(Vec::new()), certificates)?;
        let mut roots = RootCertStore::empty();
        for certificate in &given {
            let what = if root.is_some() { "sslrootcert" } else { "tls.ca_file" };
            roots.add(certificate.clone()).map_err(|error| format!("{what}: {error}"))?;
        }
        if root.is_none() {
            roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
            // A machine's list may hold what rustls does not read.
            let _taken_and_left = roots.add_parsable_certificates(load_native_certs().certs);
        }
        let signer = match check {
            Check::Nothing => None,
            _ => {
                let built = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build();
                Some(built.map_err(|error| format!("sslrootcert: {error}"))?)
            }
        };
        Ok(Self { check, given, signer, provider })
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let Some(signer) = &self.signer else { return Ok(ServerCertVerified::assertion()) };
        let checked = signer.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        let Err(rustls::Error::InvalidCertificate(why)) = &checked else { return checked };
        match why {
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. }
                if self.check == Check::Signer =>
            {
                Ok(ServerCertVerified::assertion())
            }
            // A self-signed one that is its own authority. Its dates were checked before this was found.
            CertificateError::Other(other)
                if other.to_string().contains("CaUsedAsEndEntity")
                    && self.given.iter().any(|one| one == end_entity) =>
            {
                if self.check == Check::SignerAndName {
                    verify_server_name(&ParsedCertificate::try_from(end_entity)?, server_name)?;
                }
                Ok(ServerCertVerified::assertion())
            }
            _ => checked,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        match self.check {
            // Whoever may have any certificate may have any key.
            Check::Nothing => Ok(HandshakeSignatureValid::assertion()),
            _ => verify_tls12_signature(message, cert, dss, &self.provider.signature_verification_algorithms),
        }
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        match self.check {
            Check::Nothing => Ok(HandshakeSignatureValid::assertion()),
            _ => verify_tls13_signature(message, cert, dss, &self.provider.signature_verification_algorithms),
        }
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
