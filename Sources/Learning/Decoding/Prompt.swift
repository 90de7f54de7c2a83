/// What a decoder continues.
package struct Prompt: Hashable, Sendable {
  package var ids: [Int32]
  /// How many ids follow, at most.
  package var count: Int
  /// Where it begins among the places that the model knows. The model needs `ids.count + count - 1` from there on.
  package var firstPlace: Int

  package init(_ ids: [Int32], count: Int, firstPlace: Int = 0) {
    precondition(!ids.isEmpty, "An empty prompt has nothing that could be continued.")
    precondition(count >= 0 && firstPlace >= 0, "\(count) ids cannot follow a prompt at place \(firstPlace).")
    self.ids = ids
    self.count = count
    self.firstPlace = firstPlace
  }
}
