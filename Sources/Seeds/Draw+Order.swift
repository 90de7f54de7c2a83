extension Draw {
  /// Puts the elements in a random order, each order with the same probability (Fisher and Yates, from the end).
  @inlinable
  package static func shuffle<Element>(_ elements: inout [Element], using generator: inout Generator) {
    var last = elements.count - 1
    while last > 0 {
      // Not swapAt, which stays generic where this is inlined and costs ten times the draw.
      let place = integer(in: 0...last, using: &generator)
      let moved = elements[last]
      elements[last] = elements[place]
      elements[place] = moved
      last -= 1
    }
  }

  /// The same of whole numbers. Written out: the generic one is not specialised where it is called, and asking for its
  /// types takes longer than the draws.
  package static func shuffle(_ elements: inout [Int], using generator: inout Generator) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, integer(in: 0...last, using: &generator))
      last -= 1
    }
  }

  /// The numbers `0..<count` in a random order.
  package static func permutation(of count: Int, using generator: inout Generator) -> [Int] {
    precondition(count >= 0, "A permutation of \(count) things does not exist.")
    var order = Array(0..<count)
    shuffle(&order, using: &generator)
    return order
  }

  /// `count` different numbers of the range in the order drawn: each ordered choice has the same probability.
  ///
  /// The first steps of a shuffle of the whole range, of which only the displaced numbers are kept: the time and
  /// memory are those of the sample, however long the range.
  @inlinable
  package static func sample(_ count: Int, from range: ClosedRange<Int>, using generator: inout Generator) -> [Int] {
    let span = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    precondition(
      count >= 0 && (span.overflow || count - 1 <= span.partialValue),
      "\(range) does not hold \(count) different numbers.")
    var displaced: [Int: Int] = [:]
    return (0..<count).map { step in
      let position = range.lowerBound + step
      let drawn = integer(in: position...range.upperBound, using: &generator)
      defer { displaced[drawn] = displaced[position] ?? position }
      return displaced[drawn] ?? drawn
    }
  }
}
