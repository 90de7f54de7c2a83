/// Where a block's layer norms stand.
package enum NormOrder: String, Sendable, Hashable, Codable {
  /// After each sum, as first published (Vaswani et al., 2017).
  case post
  /// Before each sublayer, with one more norm at the end (Xiong et al., 2020).
  case pre
}
