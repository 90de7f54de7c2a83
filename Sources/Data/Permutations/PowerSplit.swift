/// A distribution of contexts with questions, declared by data: sizes, depths, and which permutations, cycle types and
/// exponents may occur.
///
/// Paper: Christiano, Shlegeris and Amodei, "Supervising strong learners by amplifying weak experts", 2018, and its
/// public code. `PowerSplit+All.swift` declares the splits.
package struct PowerSplit: Hashable, Sendable {
  /// Within its family: lower-case letters, digits and hyphens.
  package let localName: String
  /// What its examples are drawn under: its name as it was when its first baseline was recorded.
  package let streamName: String
  /// Goes up by one whenever the same seed and index give another example.
  package let revision: Int
  /// N is uniform.
  package let sizes: ClosedRange<Int>
  /// A context's N symbols are different ones of `0..<alphabet`.
  package let format: PowerFormat
  /// The bit length d of k is uniform, and k then uniform among those allowed of this length. Depth 1 is primitive, so
  /// it is never asked.
  package let depths: ClosedRange<Int>
  package let exponents: ExponentRule
  package let permutations: Part
  package let cycleTypes: Part
  package let novelty: Novelty
  package let questions: QuestionCount

  /// How many questions a context has.
  package enum QuestionCount: Hashable, Sendable {
    /// As many as it has elements: the elements asked about are uniform, with replacement.
    case onePerElement
    case fixed(Int)
  }

  /// With its family: `powers/train`. What is drawn does not depend on it.
  package var name: String { "powers/\(localName)" }

  /// - Parameters:
  ///   - name: its local name.
  ///   - streamName: nil for the same.
  package init(
    name: String, drawnUnder streamName: String? = nil, revision: Int, sizes: ClosedRange<Int>, format: PowerFormat,
    depths: ClosedRange<Int>, exponents: ExponentRule, permutations: Part, cycleTypes: Part, novelty: Novelty,
    questions: QuestionCount
  ) {
    precondition(
      !name.isEmpty && name.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" },
      "A split's name has lower-case letters, digits and hyphens only, unlike \"\(name)\".")
    precondition(
      1 <= sizes.lowerBound && sizes.upperBound <= format.alphabet,
      "Sizes lie within 1...\(format.alphabet), the alphabet's; \(sizes) do not.")
    precondition(
      2 <= depths.lowerBound && depths.upperBound <= format.exponentBits,
      "Depths lie within 2...\(format.exponentBits), the cells for bits; \(depths) do not.")
    if case .fixed(let count) = questions { precondition(count > 0, "A context has a question at least.") }
    (localName, self.streamName, self.revision) = (name, streamName ?? name, revision)
    (self.sizes, self.format) = (sizes, format)
    (self.depths, self.exponents, self.permutations) = (depths, exponents, permutations)
    (self.cycleTypes, self.novelty, self.questions) = (cycleTypes, novelty, questions)
    checkThatSomethingIsAllowed()
  }

  /// The number of questions of a context of this size.
  package func questionCount(size: Int) -> Int {
    switch questions {
    case .onePerElement: size
    case .fixed(let count): count
    }
  }

  /// This split with contexts of one size, under a name of its own: a step of a curriculum.
  package func ofSize(_ size: Int) -> PowerSplit {
    PowerSplit(
      name: "\(localName)-n\(size)", drawnUnder: "\(streamName)-n\(size)", revision: revision, sizes: size...size,
      format: format, depths: depths, exponents: exponents, permutations: permutations, cycleTypes: cycleTypes,
      novelty: novelty, questions: questions)
  }

  /// This split asked at other depths, under a name of its own.
  package func ofDepths(_ depths: ClosedRange<Int>) -> PowerSplit {
    let suffix = "d\(depths.lowerBound)-\(depths.upperBound)"
    return PowerSplit(
      name: "\(localName)-\(suffix)", drawnUnder: "\(streamName)-\(suffix)", revision: revision, sizes: sizes,
      format: format, depths: depths, exponents: exponents, permutations: permutations, cycleTypes: cycleTypes,
      novelty: novelty, questions: questions)
  }

  /// A split that allows nothing would be drawn for ever.
  private func checkThatSomethingIsAllowed() {
    for depth in depths {
      precondition(exponents.allowsSome(ofDepth: depth), "\(name) allows no exponent of \(depth) bits.")
    }
    precondition(
      permutations == .all || sizes.lowerBound >= 8,
      "Fewer than 8 elements have too few permutations to hold some out; \(name) has sizes \(sizes).")
    precondition(
      novelty == .any || questions == .fixed(1),
      "A permutation is chosen for one exponent: with a rule about its order a context has one question.")
    for size in sizes where cycleTypes != .all || novelty != .any {
      for depth in depths {
        let exponent = exponents.largest(ofDepth: depth)
        precondition(
          CycleType.first(count: size) { allows($0, exponent: exponent) } != nil,
          "\(name) allows no permutation of \(size) elements for the exponent \(exponent).")
      }
    }
  }

  /// Whether a permutation of this type may be asked for this power.
  package func allows(_ type: CycleType, exponent: Int) -> Bool {
    cycleTypes.allows(heldOut: type.isHeldOut) && novelty.allows(order: type.order, exponent: exponent)
  }
}
