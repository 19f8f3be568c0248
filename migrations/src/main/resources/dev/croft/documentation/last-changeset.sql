select filename || '::' || author || ':' || id from croft_migrations.databasechangelog
order by orderexecuted desc limit 1
