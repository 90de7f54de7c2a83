import Testing

@testable import Learning

@Suite struct BatchTests {
  static func batch() -> Batch {
    var batch = Batch(idsPerToken: 2)
    batch.append(ids: [1, 2, 3, 4], targets: [0.5])
    batch.append(ids: [5, 6], targets: [1.5])
    return batch
  }

  @Test func sequencesArePackedOneAfterAnother() {
    let batch = Self.batch()
    #expect(batch.ids == [1, 2, 3, 4, 5, 6])
    #expect(batch.starts == [0, 2, 3])
    #expect(batch.targets == [0.5, 1.5])
    #expect(batch.sequenceCount == 2 && batch.tokenCount == 3 && batch.longest == 2 && batch.keyMask.isEmpty)
  }

  @Test func anEmptyBatchHasNothing() {
    let batch = Batch(idsPerToken: 3)
    #expect(batch.sequenceCount == 0 && batch.tokenCount == 0 && batch.longest == 0 && batch.starts == [0])
  }

  @Test func aSequenceMayHaveSeveralTargetsOrNone() {
    var batch = Batch(idsPerToken: 1)
    batch.append(ids: [1], targets: [1, 2, 3])
    batch.append(ids: [2], targets: [])
    #expect(batch.targets == [1, 2, 3] && batch.sequenceCount == 2)
  }

  @Test func masksStandBesideTokens() {
    var batch = Batch(idsPerToken: 2)
    batch.append(ids: [1, 2, 3, 4], keyMask: [1, 0], targets: [1])
    batch.append(ids: [5, 6], keyMask: [1], targets: [2])
    #expect(batch.keyMask == [1, 0, 1])
    #expect(batch.starts == [0, 2, 3])
    #expect(batch.targets == [1, 2])
  }

  @Test func afterRemovingAllItIsAsNew() {
    var batch = Batch(idsPerToken: 2)
    batch.append(ids: [1, 2], keyMask: [1], targets: [1])
    batch.removeAll()
    #expect(batch.sequenceCount == 0 && batch.tokenCount == 0 && batch.targets.isEmpty && batch.keyMask.isEmpty)
    // What was masked before decides nothing now.
    batch.append(ids: [1, 2, 3, 4], targets: [0.5])
    batch.append(ids: [5, 6], targets: [1.5])
    #expect(batch.ids == Self.batch().ids && batch.starts == Self.batch().starts && batch.keyMask.isEmpty)
  }

  @Test func aTokenWithoutIdsIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Batch(idsPerToken: 0) }
  }

  @Test func aSequenceOfNoWholeTokensIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      var batch = BatchTests.batch()
      batch.append(ids: [1, 2, 3], targets: [1])
    }
    await #expect(processExitsWith: .failure) {
      var batch = BatchTests.batch()
      batch.append(ids: [], targets: [1])
    }
  }

  @Test func aMaskForSomeSequencesOnlyIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      var batch = BatchTests.batch()
      batch.append(ids: [1, 2], keyMask: [1], targets: [1])
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch(idsPerToken: 1)
      batch.append(ids: [1], keyMask: [1], targets: [1])
      batch.append(ids: [2], targets: [1])
    }
  }

  @Test(arguments: [1, 3])
  func aMaskOfAnotherLengthIsTheCallersBug(length: Int) async {
    await #expect(processExitsWith: .failure) { [length = length as Int] in
      var batch = Batch(idsPerToken: 1)
      batch.append(ids: [1, 2], keyMask: [UInt8](repeating: 1, count: length), targets: [1])
    }
  }
}
