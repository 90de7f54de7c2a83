/// What becomes of several table rows looked up for one position.
package enum EmbeddingCombination: String, Codable, Hashable, Sendable {
  /// They stand side by side.
  case concatenate
  /// They are added.
  case sum
}
