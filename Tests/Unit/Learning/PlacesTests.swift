import Seeds
import Testing

@testable import Learning

/// Sequences that begin at other places than the first, and rotary positions, in whole models.
@Suite struct PlacesTests {
  private static func model(_ positions: Positions) -> Encoder {
    var shape = CausalReference.encoder.shape
    (shape.positions, shape.outputs, shape.readout) = (positions, 17, .everyToken)
    shape.headCount = 1  // of 14 features: half of them are no whole vector
    return Encoder(shape)
  }

  /// The same ids from another place on.
  private struct Source: ExampleSource {
    let idsPerToken = 1
    let first: Int
    var ids: [Int32] = [4, 9, 2, 7, 7, 1, 3]
    var longest: Int { ids.count }

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        batch.append(ids: ids, classes: ids.map { ($0 + Int32(index)) % 17 })
        batch.begin(at: first)
      }
    }
  }

  private func logits(_ positions: Positions, from first: Int) -> [Float] {
    let model = Self.model(positions)
    return Predictor(model, parameters: ReferenceModel.parameters(of: model)).predictions(
      for: 0..<1, of: Source(first: first))
  }

  @Test func aLearnedPositionIsThatOfThePlace() {
    let positions = Positions.learned(longest: 19)
    #expect(logits(positions, from: 0) != logits(positions, from: 5))
    // Places moved along with their vectors change nothing.
    let model = Self.model(positions)
    var moved = ReferenceModel.parameters(of: model)
    let table = model.layout.parameters[1].range
    let width = model.shape.width
    let shifted = Array(moved[table].dropFirst(5 * width) + moved[table].prefix(5 * width))
    moved.replaceSubrange(table, with: shifted)
    let found = Predictor(model, parameters: moved).predictions(for: 0..<1, of: Source(first: 0))
    #expect(found == logits(positions, from: 5))
  }

  /// Rotary products depend on distances alone, up to the rounding of cosines and sums.
  @Test func whereASequenceBeginsDoesNotMatterToRotaryPositions() {
    let (early, late) = (logits(.rotary(longest: 64), from: 0), logits(.rotary(longest: 64), from: 57))
    #expect(early != late)
    expectClose(late, early.wide, within: 1e-5 * early.wide.map(abs).max()!)
    let none = logits(.none, from: 0)
    #expect(zip(early, none).contains { abs($0 - $1) > 1e-3 })
  }

  /// Gradients of a rotary model, by central differences of its own loss: float32 sums of some hundred terms.
  @Test func aRotaryModelsGradientsAreItsSlopes() {
    let model = Self.model(.rotary(longest: 64))
    let parameters = ReferenceModel.parameters(of: model)
    let source = Source(first: 3)
    let gradients = Probe(model, parameters, source).loss(of: 0..<2).gradients
    let largest = gradients.map(abs).max()!
    for index in stride(from: 5, to: parameters.count, by: 211) {
      func loss(_ change: Float) -> Double {
        var values = parameters
        values[index] += change
        return Probe(model, values, source).loss(of: 0..<2).loss
      }
      // A step of 1/128: rounding of the loss, 2e-7, gives 1e-5; the third derivative as much.
      let slope = (loss(0x1p-7) - loss(-0x1p-7)) / 0x1p-6
      #expect(abs(gradients[index] - slope) < 1e-3 * largest + 1e-4, "parameter \(index)")
    }
  }

  @Test func aSequenceThatEndsBeyondTheLastPlaceIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = PlacesTests().logits(.learned(longest: 10), from: 4) }
    await #expect(processExitsWith: .failure) { _ = PlacesTests().logits(.rotary(longest: 10), from: 4) }
    await #expect(processExitsWith: .failure) {
      var batch = Batch(idsPerToken: 1)
      batch.begin(at: 0)
    }
  }

  @Test(arguments: [Positions.learned(longest: 64), .rotary(longest: 64)])
  func aDecoderCountsOnFromTheFirstPlace(_ positions: Positions) {
    let model = Self.model(positions)
    let parameters = ReferenceModel.parameters(of: model).map { 3 * $0 }
    let decoder = GreedyDecoder(model, parameters: parameters)
    let predictor = Predictor(model, parameters: parameters)
    let prompts: [[Int32]] = [[4, 9, 2], [8, 8, 1], [3, 5, 5, 6]]
    let places = [0, 13, 29]
    let found = decoder.continuations(of: zip(prompts, places).map { Prompt($0, count: 11, firstPlace: $1) })
    for (prompt, place) in zip(prompts.indices, places) {
      var ids = prompts[prompt]
      for _ in 0..<11 {
        let logits = predictor.predictions(for: 0..<1, of: Source(first: place, ids: ids)).suffix(17)
        ids.append(Int32(logits.firstIndex(of: logits.max()!)! - logits.startIndex))
      }
      #expect(found[prompt] == Array(ids.suffix(11)))
    }
    #expect(found != decoder.continuations(of: prompts, count: 11) || positions != .learned(longest: 64))
  }

  /// A prompt that stands before the last places ends there, while another of its length goes on.
  @Test(arguments: [Positions.learned(longest: 64), .rotary(longest: 64)])
  func eachPromptHasACountOfItsOwn(_ positions: Positions) {
    let model = Self.model(positions)
    let decoder = GreedyDecoder(model, parameters: ReferenceModel.parameters(of: model).map { 3 * $0 })
    let late = Prompt([4, 9, 2], count: 5, firstPlace: 57)
    let early = Prompt([8, 8, 1], count: 13, firstPlace: 7)
    let found = decoder.continuations(of: [late, early, Prompt([3, 5, 5], count: 0)])
    #expect(found.map(\.count) == [5, 13, 0])
    #expect([late, early].flatMap { decoder.continuations(of: [$0]) } == Array(found.prefix(2)))
  }

  @Test func nothingFollowsTheEnd() {
    let model = Self.model(.learned(longest: 64))
    let decoder = GreedyDecoder(model, parameters: ReferenceModel.parameters(of: model).map { 3 * $0 })
    let prompts: [[Int32]] = (0..<23).map { [Int32($0 % 17), 4, 9] }
    let whole = decoder.continuations(of: prompts, count: 19)
    let end = whole[0][3]
    let ended = decoder.continuations(of: prompts, count: 19, end: end)
    for (all, cut) in zip(whole, ended) {
      let count = all.firstIndex(of: end).map { $0 + 1 } ?? 19
      #expect(cut == Array(all.prefix(count)))
    }
    #expect(ended[0].count <= 4)
  }
}
