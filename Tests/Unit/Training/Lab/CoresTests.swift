import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct CoresTests {
  @Test func noCoreIsHandedOutTwice() {
    let cores = Cores(4)
    cores.take()
    #expect(cores.takeSpare() == 3)
    #expect(cores.takeSpare() == 0)
    cores.give(2)
    #expect(cores.takeSpare() == 2)
    cores.give(4)
    #expect(cores.takeSpare() == 4)
    cores.give(4)
  }

  @Test func aMachineWithoutACoreIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Cores(0) }
  }
}
