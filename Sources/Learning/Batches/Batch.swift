/// Sequences of tokens of any lengths, packed one after another: no padding, so no work is spent on it. What is to be
/// answered is numbers (`targets`) or classes, as the model's loss wants; all sequences of a batch have the same kind.
package struct Batch: Sendable {
  package let idsPerToken: Int
  /// The number of its first sequence among its source's examples; the others follow. Dropout depends on it.
  package var firstExample = 0
  /// `[tokens, idsPerToken]`
  package private(set) var ids: [Int32] = []
  /// `[sequences + 1]`: where each sequence's tokens begin, and where the last one's end.
  package private(set) var starts: [Int32] = [0]
  /// `[sequences]`: how many first tokens of each may be attended to by every token, also where attention is causal.
  package private(set) var prefixes: [Int32] = []
  /// `[sequences]`: where each one's first token stands among the places that a model knows; 0 where nothing was said.
  package private(set) var firstPlaces: [Int32] = []
  /// `[answers, outputs]`
  package private(set) var targets: [Float] = []
  /// `[answers]`: which output is right.
  package private(set) var classes: [Int32] = []
  /// `[answers]`: how much each class counts in the loss, 0 for not at all. Empty if all count once.
  package private(set) var weights: [Float] = []
  /// `[tokens]`: 1 where a token may be attended to. Empty if all may.
  package private(set) var keyMask: [UInt8] = []
  /// `[linked tokens + 1]`: where the links of each token begin, and where the last one's end. As long as no token has
  /// been given links, only the zero.
  package private(set) var linkStarts: [Int32] = [0]
  /// `[links]`: the token of the batch that a link leads to.
  package private(set) var linkEnds: [Int32] = []
  /// `[links]`: what kind of link it is.
  package private(set) var linkKinds: [Int32] = []

  package init(idsPerToken: Int) {
    precondition(idsPerToken > 0, "A token needs at least one id, not \(idsPerToken).")
    self.idsPerToken = idsPerToken
  }

  package var sequenceCount: Int { starts.count - 1 }
  package var tokenCount: Int { ids.count / idsPerToken }
  package var longest: Int { lengths.max() ?? 0 }
  package var shortest: Int { lengths.min() ?? 0 }
  /// How many places a model must know.
  package var placeCount: Int {
    // Over indices: a step allocates nothing, and going through `lengths` does.
    firstPlaces.indices.reduce(0) { max($0, Int(firstPlaces[$1] + starts[$1 + 1] - starts[$1])) }
  }

  private var lengths: some Sequence<Int> { zip(starts, starts.dropFirst()).lazy.map { Int($1 - $0) } }

  /// Adds a sequence: its ids token after token, and the numbers to be answered at the tokens that the model's readout
  /// reads, token after token. The first `prefix` tokens are given: in a causal model they attend to one another.
  package mutating func append(
    ids sequence: some Sequence<Int32>, prefix: Int = 0, targets answer: some Sequence<Float>
  ) {
    precondition(keyMask.isEmpty, "A batch masks keys in every sequence or in none.")
    append(sequence, prefix)
    append(targets: answer)
  }

  /// The same for a padded layout: tokens whose mask is 0 are never attended to.
  package mutating func append(
    ids sequence: some Sequence<Int32>, keyMask mask: some Sequence<UInt8>, targets answer: some Sequence<Float>
  ) {
    precondition(keyMask.count == tokenCount, "A batch masks keys in every sequence or in none.")
    append(sequence, 0)
    keyMask.append(contentsOf: mask)
    append(targets: answer)
    precondition(keyMask.count == tokenCount, "A key mask needs one number a token.")
  }

  /// Adds a sequence: its ids token after token, and the right class at each token that the model's readout reads.
  package mutating func append(
    ids sequence: some Sequence<Int32>, prefix: Int = 0, classes answer: some Sequence<Int32>
  ) {
    precondition(keyMask.isEmpty && weights.isEmpty, "A batch masks keys and weighs answers in all sequences or none.")
    append(sequence, prefix)
    classes.append(contentsOf: answer)
  }

  /// The same with a weight for each answer, none negative.
  package mutating func append(
    ids sequence: some Sequence<Int32>, prefix: Int = 0, classes answer: some Sequence<Int32>,
    weights weight: some Sequence<Float>
  ) {
    precondition(
      keyMask.isEmpty && weights.count == classes.count,
      "A batch masks keys and weighs answers in all sequences or none.")
    append(sequence, prefix)
    classes.append(contentsOf: answer)
    let before = weights.count
    weights.append(contentsOf: weight)
    precondition(
      weights.count == classes.count && weights[before...].allSatisfy { 0 <= $0 && $0 < .infinity },
      "Every answer needs a finite weight that is not negative: \(classes.count - before) have \(weights[before...]).")
  }

  /// Gives the next token of the last sequence that has none yet its links: where each leads, a place in the same
  /// sequence, and of what kind it is. A model that attends along links needs them for every token.
  package mutating func link(to links: some Sequence<(place: Int, kind: Int)>) {
    let first = starts.dropLast().last ?? 0
    precondition(
      sequenceCount > 0 && linkStarts.count - 1 >= first && linkStarts.count - 1 < tokenCount,
      "Links are given once to every token of the last sequence, in order.")
    for link in links {
      precondition(
        (0..<tokenCount - Int(first)).contains(link.place) && (0...Int(Int32.max)).contains(link.kind),
        "No link of kind \(link.kind) leads to place \(link.place) of \(tokenCount - Int(first)).")
      linkEnds.append(first + Int32(link.place))
      linkKinds.append(Int32(link.kind))
    }
    linkStarts.append(Int32(linkEnds.count))
  }

  /// Lets the last sequence begin at this place: a model that knows places takes its tokens for those from there on.
  package mutating func begin(at place: Int) {
    precondition(
      sequenceCount > 0 && (0...Int(Int32.max) - tokenCount).contains(place),
      "A sequence cannot begin at place \(place).")
    firstPlaces[firstPlaces.count - 1] = Int32(place)
  }

  private mutating func append(targets answer: some Sequence<Float>) {
    let before = targets.count
    targets.append(contentsOf: answer)
    precondition(
      targets[before...].allSatisfy { $0.isFinite }, "A target is a finite number, unlike one of \(targets[before...])."
    )
  }

  private mutating func append(_ sequence: some Sequence<Int32>, _ prefix: Int) {
    ids.append(contentsOf: sequence)
    precondition(
      ids.count % idsPerToken == 0 && ids.count / idsPerToken > Int(starts[starts.count - 1]),
      "A sequence needs at least one whole token of \(idsPerToken) ids.")
    starts.append(Int32(ids.count / idsPerToken))
    let length = Int(starts[starts.count - 1] - starts[starts.count - 2])
    precondition((0...length).contains(prefix), "A sequence of \(length) tokens has no prefix of \(prefix).")
    prefixes.append(Int32(prefix))
    firstPlaces.append(0)
  }

  package mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    prefixes.removeAll(keepingCapacity: true)
    firstPlaces.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    keyMask.removeAll(keepingCapacity: true)
    linkStarts.removeAll(keepingCapacity: true)
    linkStarts.append(0)
    linkEnds.removeAll(keepingCapacity: true)
    linkKinds.removeAll(keepingCapacity: true)
  }
}

extension Batch {
  /// The tokens of a sequence that rows of this kind stand for, and where the first of these rows is among all of its kind.
  func tokens(of sequence: Int, _ rows: Rows) -> (tokens: Range<Int>, firstRow: Int) {
    let (first, end) = (Int(starts[sequence]), Int(starts[sequence + 1]))
    switch rows {
    case .tokens: return (first..<end, first)
    case .last(let count): return (end - count..<end, sequence * count)
    case .butLast(let count): return (first..<end - count, first - sequence * count)
    case .one: preconditionFailure("A row of the whole batch belongs to no sequence.")
    }
  }
}
