import Seeds

/// A permutation of the numbers `0..<count`.
package struct Permutation: Hashable, Sendable {
  /// A number is a byte and a set of them a word, so a permutation has at most 64.
  package static let largestCount = 64

  /// Where each number goes: `images[x]` is the image of x. Each of `0..<count` stands here once.
  package let images: [UInt8]

  package init(_ images: [Int]) {
    precondition(
      Permutation.isPermutation(images),
      "The images of a permutation are 0..<\(images.count) in some order, 1...\(Permutation.largestCount) of them, "
        + "unlike \(images).")
    self.images = images.map { UInt8($0) }
  }

  /// Images that are known to be a permutation's.
  init(unchecked images: [UInt8]) { self.images = images }

  package static func identity(count: Int) -> Permutation { Permutation(Array(0..<count)) }

  /// Each of the `count!` permutations with the same probability.
  package static func uniform(count: Int, using generator: inout Generator) -> Permutation {
    precondition(
      1...largestCount ~= count, "A permutation is of 1...\(largestCount) numbers, not of \(count).")
    var images = [UInt8](0..<UInt8(count))
    Draw.shuffle(&images, using: &generator)
    return Permutation(unchecked: images)
  }

  package var count: Int { images.count }

  package subscript(x: Int) -> Int { Int(images[x]) }

  /// Whether the numbers are `0..<count` in some order.
  static func isPermutation(_ images: [Int]) -> Bool {
    guard 1...largestCount ~= images.count else { return false }
    var seen: UInt64 = 0
    for image in images {
      guard images.indices.contains(image) else { return false }
      seen |= 1 << UInt64(image)
    }
    return seen.nonzeroBitCount == images.count
  }
}

extension Permutation: CustomStringConvertible {
  /// Its cycles: `(0 3 1)(2)`.
  package var description: String {
    cycles.map { "(" + $0.map(String.init).joined(separator: " ") + ")" }.joined()
  }
}
