# Applied to two files of Fabric 2.5.0's orderer (orderer/consensus/etcdraft, storage.go and chain.go) before it is built.
# There the thread that applies Raft entries and the one that stores them wait for each other for ever, when the entries
# that name the orderers are read again with more entries behind them than one message holds: hyperledger/fabric issue
# 4199, mended in 2.5.1. An orderer killed with 8 to 64 MiB of blocks since its last snapshot seldom came up again.
# Asking for the log to be written need not wait: one request that is pending covers all before it.
s/WALSyncC:\( *\)make(chan struct{}),/WALSyncC:\1make(chan struct{}, 1),/
s/^\(\t*\)c\.Node\.storage\.WALSyncC <- struct{}{}$/\1select { case c.Node.storage.WALSyncC <- struct{}{}: default: }/
