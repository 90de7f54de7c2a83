/// Where each element goes, with one walk along the arrows.
package struct PermutationDrawing: Equatable, Sendable {
  package var images: [Int]
  /// Elements from the first to the true answer.
  package var walk: [Int]
  package var answered: Int?

  package init(images: [Int], walk: [Int], answered: Int?) {
    (self.images, self.walk, self.answered) = (images, walk, answered)
  }
}
