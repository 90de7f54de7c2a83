/// What a transformer of attention alone is made of. Pure data.
package struct AttentionOnlyShape: Sendable, Hashable, Codable {
  /// Heads that read the whole state, and add what they find to a part of it.
  package struct HeadGroup: Sendable, Hashable, Codable {
    package var name: String
    package var headCount: Int
    /// Of queries and keys. Values are as wide as what the group writes.
    package var queryWidth: Int
    /// The features of the state that it writes.
    package var writes: Range<Int>
    /// One set of weights for all layers, or one for each.
    package var isShared: Bool
    /// Where what it wrote is pressed into -1...1 after every layer, the factor C of 2 sigmoid(C x) - 1.
    package var squash: Double?

    package init(
      _ name: String, headCount: Int, queryWidth: Int, writes: Range<Int>, isShared: Bool, squash: Double? = nil
    ) {
      precondition(
        headCount > 0 && queryWidth > 0 && !writes.isEmpty,
        "The heads \(name) need positive sizes, not \(headCount), \(queryWidth), \(writes).")
      self.name = name
      self.headCount = headCount
      self.queryWidth = queryWidth
      self.writes = writes
      self.isShared = isShared
      self.squash = squash
    }
  }

  /// Features of the state.
  package var width: Int
  /// How many ids name the features of a token that begin as 1; all others begin as 0. An id may stand there twice.
  package var idsPerToken: Int
  package var layerCount: Int
  package var groups: [HeadGroup]
  /// What is answered, read at the last token: one, and one more for all that each of these features lacks of 1.
  package var answer: Range<Int>

  package init(width: Int, idsPerToken: Int, layerCount: Int, groups: [HeadGroup], answer: Range<Int>) {
    precondition(
      width > 0 && idsPerToken > 0 && layerCount > 0 && !groups.isEmpty,
      "Attention alone needs positive sizes, not width \(width), ids \(idsPerToken), layers \(layerCount), "
        + "\(groups.count) groups of heads.")
    let state = 0..<width
    precondition(
      (groups.map(\.writes) + [answer]).allSatisfy { state.contains($0) },
      "Heads write, and answers read, within the \(width) features of the state.")
    for (index, group) in groups.enumerated() {
      precondition(
        groups[..<index].allSatisfy { !$0.writes.overlaps(group.writes) && $0.name != group.name },
        "The heads \(group.name) share a name or features with others.")
    }
    self.width = width
    self.idsPerToken = idsPerToken
    self.layerCount = layerCount
    self.groups = groups
    self.answer = answer
  }
}
