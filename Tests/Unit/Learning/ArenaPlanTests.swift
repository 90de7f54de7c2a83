import Testing

@testable import Learning

@Suite struct ArenaPlanTests {
  @Test(arguments: [NormOrder.post, .pre], [Program.Purpose.learning, .answering])
  func buffersThatLiveAtTheSameTimeNeverOverlap(order: NormOrder, purpose: Program.Purpose) {
    let program = Program(ReferenceModel.encoder(order), for: purpose)
    let (tokens, sequences) = (37, 5)
    let plan = ArenaPlan(program, tokens: tokens, sequences: sequences)
    let lifetimes = ArenaPlan.lifetimes(program)
    let places = program.buffers.indices.map { index in
      let rows = program.buffers[index].rows.count(tokens: tokens, sequences: sequences)
      return plan.offsets[index]..<plan.offsets[index] + rows * program.buffers[index].width
    }
    for left in places.indices {
      #expect(places[left].lowerBound % 16 == 0 && (lifetimes[left] == nil || places[left].upperBound <= plan.count))
      for right in places.indices where right > left {
        guard let a = lifetimes[left], let b = lifetimes[right], a.overlaps(b) else { continue }
        #expect(!places[left].overlaps(places[right]))
      }
    }
  }

  @Test func aProgramThatOnlyAnswersNeedsLessMemory() {
    let model = ReferenceModel.encoder(.post)
    let learning = ArenaPlan(Program(model, for: .learning), tokens: 100, sequences: 10)
    let answering = ArenaPlan(Program(model, for: .answering), tokens: 100, sequences: 10)
    #expect(answering.count * 3 < learning.count)
  }
}
