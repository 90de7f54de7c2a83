import Testing

@testable import Learning

@Suite struct GreedyDecoderTests {
  /// Causal, with positions, of 17 ids; heads of 7 and widths that are no whole number of vectors.
  private func model(width: Int = 14, longest: Int = 29) -> Encoder {
    var shape = CausalReference.encoder.shape
    shape.width = width
    shape.outputs = 17
    shape.positions = .learned(longest: longest)
    return Encoder(shape)
  }

  /// Prompts of 1 to 5 tokens, 19 of them of 3: more than a cache takes at once.
  private var prompts: [[Int32]] {
    (0..<37).map { number in
      let length = number % 2 == 0 ? 3 : 1 + number % 5
      return (0..<length).map { Int32((number * 7 + $0 * 5 + 3) % 17) }
    }
  }

  private struct Whole: ExampleSource {
    let idsPerToken = 1
    let longest = 64
    let sequences: [[Int32]]

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices { batch.append(ids: sequences[index], classes: EmptyCollection()) }
    }
  }

  /// By asking for the whole sequence again for every id.
  private func slowly(_ model: Encoder, _ parameters: [Float], _ prompts: [[Int32]], count: Int) -> [[Int32]] {
    var shape = model.shape
    shape.readout = .lastToken
    let predictor = Predictor(Encoder(shape), parameters: parameters)
    var sequences = prompts
    for _ in 0..<count {
      let logits = predictor.predictions(for: 0..<sequences.count, of: Whole(sequences: sequences))
      for sequence in sequences.indices {
        let row = logits[shape.outputs * sequence..<shape.outputs * (sequence + 1)]
        sequences[sequence].append(Int32(row.firstIndex(of: row.max()!)! - row.startIndex))
      }
    }
    return zip(sequences, prompts).map { Array($0.suffix($0.count - $1.count)) }
  }

  @Test(arguments: [14, 38, 64])
  func itGivesTheIdsOfAskingForTheWholeSequence(width: Int) {
    let model = model(width: width)
    let parameters = ReferenceModel.parameters(of: model).map { 3 * $0 }
    let decoder = GreedyDecoder(model, parameters: parameters)
    let found = decoder.continuations(of: prompts, count: 24)
    #expect(found == slowly(model, parameters, prompts, count: 24))
    // The answers are not all the same one.
    #expect(Set(found.flatMap(\.self)).count > 5)
  }

  /// A bias by distance: keys are not kept, and whole sequences are read again.
  @Test func whereKeysAreNotKeptItGivesTheSameIds() {
    var shape = model().shape
    shape.positions = .relative(farthest: 11)
    let model = Encoder(shape)
    let parameters = ReferenceModel.parameters(of: model).map { 3 * $0 }
    let decoder = GreedyDecoder(model, parameters: parameters)
    let found = decoder.continuations(of: prompts, count: 24, workers: 2)
    #expect(found == slowly(model, parameters, prompts, count: 24))
    #expect(Set(found.flatMap(\.self)).count > 5)
    // Each up to its own count, in rooms made for more.
    let own = prompts.enumerated().map { Prompt($1, count: 1 + $0 % 24) }
    #expect(decoder.continuations(of: own) == zip(found, own).map { Array($0.prefix($1.count)) })
  }

  @Test func theNumberOfWorkersAndTheCompanyDoNotReachAnId() {
    let model = model()
    let decoder = GreedyDecoder(model, parameters: ReferenceModel.parameters(of: model))
    let together = decoder.continuations(of: prompts, count: 9)
    #expect(decoder.continuations(of: prompts, count: 9, workers: 3) == together)
    #expect(prompts.flatMap { decoder.continuations(of: [$0], count: 9) } == together)
    #expect(decoder.continuations(of: prompts.reversed(), count: 9) == together.reversed())
  }

  /// What was read before is forgotten, and memory that is too small is made anew.
  @Test func whatWasAskedBeforeDoesNotReachAnId() {
    let model = model()
    let parameters = ReferenceModel.parameters(of: model)
    let decoder = GreedyDecoder(model, parameters: parameters)
    let short = prompts.filter { $0.count < 3 }
    for asked in [short, prompts, short] {
      let fresh = GreedyDecoder(model, parameters: parameters)
      #expect(
        decoder.continuations(of: asked, count: 9, workers: 2) == fresh.continuations(of: asked, count: 9))
    }
  }

  /// A model that diverged for some ids: whoever reads one of them gets no id, and nobody else notices.
  @Test(arguments: [Positions.learned(longest: 29), .relative(farthest: 11)], [1, 3])
  func whereLogitsAreNoNumbersNoIdFollows(_ positions: Positions, _ workers: Int) {
    var shape = model().shape
    shape.positions = positions
    let model = Encoder(shape)
    var parameters = ReferenceModel.parameters(of: model).map { 3 * $0 }
    let whole = GreedyDecoder(model, parameters: parameters).continuations(of: prompts, count: 9, end: 8)
    let table = model.layout["embedding"]!
    for column in 0..<table.columns { parameters[table.offset + 3 * table.columns + column] = .nan }
    let found = GreedyDecoder(model, parameters: parameters).continuations(
      of: prompts, count: 9, end: 8, workers: workers)
    for (place, prompt) in prompts.enumerated() {
      // The id 3 is read where it was asked about, and one step after it was answered, unless that was the last.
      let clean = prompt.contains(3) ? 0 : (whole[place].dropLast().firstIndex(of: 3) ?? 8) + 1
      let expected = whole[place].prefix(clean)
      #expect(found[place].starts(with: expected))
      let isIll = prompt.contains(3) || whole[place].dropLast().contains(3)
      #expect(found[place].dropFirst(expected.count) == (isIll ? [GreedyDecoder.noID] : []))
    }
    #expect(found.contains { $0.last == GreedyDecoder.noID } && found.contains { $0.last != GreedyDecoder.noID })
  }

  @Test func nothingIsAskedWhereNothingIsWanted() {
    let model = model()
    let decoder = GreedyDecoder(model, parameters: ReferenceModel.parameters(of: model))
    #expect(decoder.continuations(of: [], count: 3) == [])
    #expect(decoder.continuations(of: [[1, 2]], count: 0) == [[]])
  }
}
