//! A request as HTTP, and the response as it arrived.

use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use hyper::{StatusCode, Uri};
use sha2::{Digest as _, Sha256};
use tokio::time::{Instant, timeout_at};
use twilight_http_ratelimiting::Method;
use url::Url;

use crate::discord::rest::request::{Body, Request};
use crate::discord::rest::{Outage, RestError, Way};
use crate::net::http::{HttpClient, clients};
use crate::net::{self, Dialer};

/// Sends requests to one server.
pub(super) struct Wire {
    /// Reuses connections.
    any: HttpClient,
    /// Opens a connection for each request.
    fresh: HttpClient,
    base: Url,
    authorization: HeaderValue,
    timeout: Duration,
}

/// What arrived.
pub(super) struct Response {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    /// The body, or how it was lost on its way.
    pub(super) body: Result<Bytes, RestError>,
}

impl Wire {
    pub(super) fn new(base: Url, authorization: HeaderValue, timeout: Duration, dialer: &Dialer) -> Self {
        let (any, fresh) = clients(dialer);
        Self { any, fresh, base, authorization, timeout }
    }

    /// Sends a request once. It may take `limit`, by default as long as any.
    pub(super) async fn send(
        &self,
        request: &Request,
        way: Way,
        limit: Option<Duration>,
    ) -> Result<Response, RestError> {
        let deadline = Instant::now() + limit.map_or(self.timeout, |limit| limit.min(self.timeout));
        let client = match way {
            Way::Any => &self.any,
            Way::Fresh => &self.fresh,
        };
        let late = || RestError::Unavailable { how: Outage::TimedOut };
        // No redirect is followed: it would send the token to an unknown host.
        let response = match timeout_at(deadline, client.request(self.built(request))).await {
            Ok(response) => response.map_err(|error| RestError::from_transport(&error))?,
            Err(_) => return Err(late()),
        };
        let (head, body) = response.into_parts();
        let body = match timeout_at(deadline, body.collect()).await {
            Ok(Ok(body)) => Ok(body.to_bytes()),
            Ok(Err(error)) => Err(RestError::dropped(&error)),
            Err(_) => Err(late()),
        };
        Ok(Response { status: head.status, headers: head.headers, body })
    }

    /// The address of a request.
    pub(super) fn address(&self, request: &Request) -> Url {
        let mut url = self.base.clone();
        // Each part is encoded separately, so that no id or emoji can change the path.
        url.path_segments_mut().expect("an http address has a path").pop_if_empty().extend(request.path.split('/'));
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        url
    }

    fn built(&self, request: &Request) -> hyper::Request<Full<Bytes>> {
        let method = match request.method {
            Method::Delete => hyper::Method::DELETE,
            Method::Patch => hyper::Method::PATCH,
            Method::Post => hyper::Method::POST,
            Method::Put => hyper::Method::PUT,
            _ => hyper::Method::GET,
        };
        let address: Uri = self.address(request).as_str().parse().expect("every http URL is a URI");
        let (kind, body) = match &request.body {
            Body::Empty => (None, Bytes::new()),
            Body::Json(json) => (Some(HeaderValue::from_static("application/json")), json.clone().into()),
            Body::Multipart { json, files } => {
                let (kind, body) = multipart(json, files);
                (Some(kind), body.into())
            }
        };
        let mut built = hyper::Request::new(Full::new(body));
        *built.method_mut() = method;
        *built.uri_mut() = address;
        let headers: [(HeaderName, Option<HeaderValue>); 3] = [
            (AUTHORIZATION, Some(self.authorization.clone())),
            (USER_AGENT, Some(HeaderValue::from_static(net::USER_AGENT))),
            (CONTENT_TYPE, kind),
        ];
        built.headers_mut().extend(headers.into_iter().filter_map(|(name, value)| Some((name, value?))));
        built
    }
}

/// JSON with files beside it, as a form (<https://www.rfc-editor.org/rfc/rfc7578>): its type and its body.
fn multipart(json: &str, files: &[(String, Vec<u8>)]) -> (HeaderValue, Vec<u8>) {
    let hash = files.iter().fold(Sha256::new().chain_update(json), |hash, file| hash.chain_update(&file.1)).finalize();
    // No content holds its own hash.
    let boundary = format!("cmad-{}", hex::encode(hash));
    let mut body = Vec::new();
    let mut part = |about: &str, content: &[u8]| {
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; {about}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    part("name=\"payload_json\"\r\nContent-Type: application/json", json.as_bytes());
    for (n, (name, content)) in files.iter().enumerate() {
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        part(&format!("name=\"files[{n}]\"; filename=\"{name}\""), content);
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={boundary}");
    (HeaderValue::from_str(&kind).expect("a hash in letters and digits"), body)
}
