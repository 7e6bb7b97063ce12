//! The papers of a bulletin (通报文书): the draft with its checks, and the sheet its signer signs.

use crate::spelled;

spelled! {
    /// A paper of a bulletin.
    PaperKind {
        /// 拟稿单: the text with the marks of whoever drafted, checked and reviewed it.
        Draft = "draft", "拟稿单";
        /// 签发单: what the signer reads and signs.
        Signing = "signing", "签发单";
    }
}
