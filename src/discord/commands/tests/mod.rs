//! What the commands say, whatever people write, and the samples that their tests share.

mod hostile;
pub(super) mod samples;
